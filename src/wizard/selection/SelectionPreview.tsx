import { Card, CardBody, CardTitle, Content, Icon } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useElementId } from '../../host/useElementId';
import type { Failure } from '../../domain/k8s/failure';
import type { LostSelection } from '../../domain/labels/lostSelections';
import type { PreviewedSelection } from '../../domain/labels/selectionPreview';
import { selectionSummary } from '../../domain/labels/selectionSummary';
import { failureText } from '../../ui/text/failureText';
import { lostSelectionText } from '../../ui/text/lostSelectionText';
import { FirstFew } from '../../ui/FirstFew';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Notice } from '../../ui/Notice';
import { useText, type Text } from '../../ui/useText';

// most Services select just what was chosen
const SelectionDifferences = lazyPart(() => import('./SelectionDifferences'), null);

interface SelectionPreviewProps {
  readonly preview: PreviewedSelection;
  /** what other Services would lose, each once; undefined when the Services could not be read */
  readonly losses: readonly LostSelection[] | undefined;
  /** false while reading, or while the data belong to an older selector */
  readonly isCurrent: boolean;
  readonly podsFailure?: Failure;
  readonly vmsFailure?: Failure;
  readonly servicesFailure?: Failure;
}

const Losses = ({ losses, servicesFailure }: Pick<SelectionPreviewProps, 'losses' | 'servicesFailure'>) => {
  const t = useText();
  if (!losses) {
    return (
      <Content component="p">
        {t('Not checked whether other Services lose a VM.')} {servicesFailure && failureText(t, servicesFailure)}
      </Content>
    );
  }
  if (losses.length === 0) return null;
  return (
    <Notice variant="warning" title={t('Other Services lose a VM')}>
      <FirstFew items={losses.map((lost) => lostSelectionText(t, lost))} />
    </Notice>
  );
};

/** The VMs that are selected at both moments, and whether it is known that nothing else is. */
function selectedText(t: Text, selected: readonly string[], isAll: boolean): string {
  const names = { name: selected[0] ?? '', count: selected.length };
  if (selected.length === 1)
    return isAll
      ? t('Selects {{name}} and nothing else, now and after a restart.', { name: names.name })
      : t('Selects {{name}}, now and after a restart.', { name: names.name });
  return isAll
    ? t('Selects the {{count}} VMs and nothing else, now and after a restart.', { count: selected.length })
    : t('Selects {{count}} of the VMs, now and after a restart.', { count: selected.length });
}

/**
 * What the planned Service selects, after the run and after the next restarts, and what other Services would lose. It
 * changes while the user types: screen readers announce it when it has settled.
 */
export const SelectionPreview = ({
  preview,
  losses,
  isCurrent,
  podsFailure,
  vmsFailure,
  servicesFailure,
}: SelectionPreviewProps) => {
  const t = useText();
  const id = useElementId();
  const { selected, rows, areOthersKnown } = selectionSummary(preview);
  // while others are those of an older selector, only the chosen VMs are known
  const shown = isCurrent ? rows : rows.filter(({ kind }) => kind === 'chosen');
  const isAll = isCurrent && areOthersKnown && rows.length === 0;
  const failures = [podsFailure, vmsFailure].flatMap((failure) => (failure ? [failureText(t, failure)] : []));
  return (
    <Card isCompact component="section" aria-labelledby={id} aria-live="polite" aria-busy={!isCurrent}>
      <CardTitle component="h3" id={id}>
        {t('What the Service selects')}
      </CardTitle>
      <CardBody>
        {selected.length > 0 && (
          <Content component="p">
            <Icon status="success" isInline>
              <CheckCircleIcon />
            </Icon>{' '}
            {selectedText(t, selected, isAll)}
          </Content>
        )}
        {shown.length > 0 && <SelectionDifferences rows={shown} />}
        {!isCurrent && <Content component="p">{t('Checking for other VMs and pods…')}</Content>}
        {isCurrent && !areOthersKnown && (
          <Content component="p">
            {t('Not checked whether other VMs or pods are selected.')} {failures.join(' ')}
          </Content>
        )}
        <Losses losses={losses} {...(servicesFailure ? { servicesFailure } : {})} />
      </CardBody>
    </Card>
  );
};
