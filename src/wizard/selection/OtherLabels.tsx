import { useMemo, useState } from 'react';
import { Button, Content, ExpandableSection, Label, LabelGroup } from '@patternfly/react-core';
import type { SelectionDraft } from '../../domain/draft/draft';
import { lossesOf } from '../../domain/draft/selectionEffect';
import { labelValue, templateLabelsOf } from '../../domain/k8s/objects';
import { lostSelectionText } from '../../ui/text/lostSelectionText';
import { FirstFew } from '../../ui/FirstFew';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

interface OtherLabelsProps extends Pick<StepProps, 'resolved' | 'services' | 'dispatch' | 'vms'> {
  readonly selection: Extract<SelectionDraft, { by: 'label' }>;
  /** the keys of the templates that the Service does not select */
  readonly keys: readonly string[];
}

/**
 * The labels of the templates that the Service does not select: they stay unless the user removes them. What other
 * Services lose by that is told at once.
 */
export const OtherLabels = ({ selection: { removed }, keys, resolved, services, dispatch, vms }: OtherLabelsProps) => {
  const t = useText();
  const gone = keys.filter((key) => removed.includes(key));
  const kept = keys.filter((key) => !removed.includes(key));
  const [isOpen, setOpen] = useState(gone.length > 0);
  const losses = useMemo(() => lossesOf(resolved, services), [resolved, services]);
  if (keys.length === 0) return null;
  const textOf = (key: string) => {
    const values = new Set(vms.flatMap(({ vm }) => labelValue(templateLabelsOf(vm), key) ?? []));
    return `${key}=${[...values].join(' | ')}`;
  };
  return (
    <ExpandableSection
      toggleText={t('Other template labels ({{count}})', { count: keys.length })}
      isIndented
      isExpanded={isOpen}
      onToggle={(_event, willExpand) => setOpen(willExpand)}
    >
      {isOpen && kept.length > 0 && (
        <LabelGroup numLabels={10} aria-label={t('Labels that are kept')}>
          {kept.map((key) => (
            <Label
              key={key}
              variant="outline"
              isCompact
              closeBtnAriaLabel={t('Remove {{label}}', { label: textOf(key) })}
              onClose={() => dispatch({ type: 'take-away', key })}
            >
              {textOf(key)}
            </Label>
          ))}
        </LabelGroup>
      )}
      {isOpen &&
        gone.map((key) => {
          const lost = losses.filter(({ labels }) => labels.includes(key));
          const undo = (
            <Button
              variant="link"
              isInline
              aria-label={t('Undo removing {{label}}', { label: textOf(key) })}
              onClick={() => dispatch({ type: 'leave', key })}
            >
              {t('Undo')}
            </Button>
          );
          return lost.length > 0 ? (
            <Notice
              key={key}
              variant="warning"
              title={t('{{label}} will be removed.', { label: textOf(key) })}
              actionLinks={undo}
            >
              <FirstFew items={lost.map((loss) => lostSelectionText(t, loss))} />
            </Notice>
          ) : (
            <Content component="p" key={key}>
              {t('{{label}} will be removed.', { label: textOf(key) })} {undo}
            </Content>
          );
        })}
    </ExpandableSection>
  );
};
