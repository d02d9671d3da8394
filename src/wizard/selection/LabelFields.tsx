import {
  Button,
  Content,
  FormFieldGroup,
  FormFieldGroupHeader,
  FormGroup,
  Label,
  LabelGroup,
} from '@patternfly/react-core';
import type { SelectionDraft } from '../../domain/draft/draft';
import { labelValue, templateLabelsOf } from '../../domain/k8s/objects';
import { problemText } from '../../ui/text/problemText';
import { TextField } from '../../ui/TextField';
import { useText, type Text } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

interface LabelFieldsProps extends Pick<StepProps, 'problems' | 'dispatch' | 'vms'> {
  readonly selection: Extract<SelectionDraft, { by: 'label' }>;
}

/** The key=value pairs of the selector, and the template's other labels, which can be removed. */
export const LabelFields = ({ selection, problems, dispatch, vms }: LabelFieldsProps) => {
  const t = useText();
  const templates = vms.map(({ vm }) => templateLabelsOf(vm));
  const keys = [...new Set(templates.flatMap((labels) => Object.keys(labels)))].sort();
  const valuesOf = (key: string) => [...new Set(templates.flatMap((labels) => labelValue(labels, key) ?? []))];
  return (
    <>
      {selection.labels.map(({ key, value }, index) => {
        const problemOf = (part: 'key' | 'value') => {
          const found = problems.find(
            ({ field }) => field.at === 'label' && field.index === index && field.field === part,
          );
          return found ? { problem: problemText(t, found.code) } : {};
        };
        const current = valuesOf(key);
        const hint = labelHint(
          t,
          templates.map((labels) => labelValue(labels, key)),
          value,
        );
        const number = index + 1;
        return (
          <FormFieldGroup
            key={index}
            header={
              <FormFieldGroupHeader
                titleText={{ text: t('Label {{number}}', { number }), id: `label-title-${index}` }}
                actions={
                  selection.labels.length > 1 && (
                    <Button
                      variant="link"
                      isDanger
                      onClick={() => dispatch({ type: 'remove-label', index })}
                      aria-label={t('Remove label {{number}}', { number })}
                    >
                      {t('Remove')}
                    </Button>
                  )
                }
              />
            }
          >
            <TextField
              id={`label-key-${index}`}
              label={t('Label key')}
              isRequired
              value={key}
              list={keys}
              onChange={(next) => dispatch({ type: 'label', index, change: { key: next } })}
              {...problemOf('key')}
            />
            <TextField
              id={`label-value-${index}`}
              label={t('Label value')}
              value={value}
              list={current}
              onChange={(next) => dispatch({ type: 'label', index, change: { value: next } })}
              {...problemOf('value')}
              {...(hint === undefined ? {} : { hint })}
            />
          </FormFieldGroup>
        );
      })}
      <div>
        <Button variant="link" isInline onClick={() => dispatch({ type: 'add-label' })}>
          {t('Add another label')}
        </Button>
      </div>
      <OtherLabels
        keys={keys.filter((key) => !selection.labels.some((label) => label.key === key))}
        valuesOf={valuesOf}
        removed={selection.removed}
        dispatch={dispatch}
      />
    </>
  );
};

/**
 * How a label relates to the existing templates; undefined when no template has its key.
 * @param held the value that each template has for that key
 */
function labelHint(t: Text, held: readonly (string | undefined)[], value: string): string | undefined {
  const isOne = held.length === 1;
  const others = [...new Set(held.filter((current) => current !== undefined && current !== value))];
  if (others.length > 0) {
    const current = others.join(', ');
    return isOne
      ? t('The template has the value {{current}} now. Services that select by it would lose this VM.', { current })
      : t(
          'Templates of these virtual machines have the value {{current}} now. Services that select by it would lose them.',
          { current },
        );
  }
  if (!held.every((current) => current === value)) return undefined;
  return isOne ? t('The template has this label already.') : t('All of their templates have this label already.');
}

interface OtherLabelsProps extends Pick<StepProps, 'dispatch'> {
  readonly keys: readonly string[];
  readonly valuesOf: (key: string) => readonly string[];
  readonly removed: readonly string[];
}

/** The labels of the template that the Service does not select: they stay unless the user removes them. */
const OtherLabels = ({ keys, valuesOf, removed, dispatch }: OtherLabelsProps) => {
  const t = useText();
  if (keys.length === 0) return null;
  const kept = keys.filter((key) => !removed.includes(key));
  const gone = keys.filter((key) => removed.includes(key));
  const textOf = (key: string) => `${key}=${valuesOf(key).join(' | ')}`;
  return (
    <FormGroup fieldId="other-labels" label={t('Other template labels')} role="group">
      {kept.length > 0 && (
        <LabelGroup numLabels={10} aria-label={t('Labels that stay')}>
          {kept.map((key) => (
            <Label
              key={key}
              variant="outline"
              isCompact
              closeBtnAriaLabel={t('Take {{label}} away', { label: textOf(key) })}
              onClose={() => dispatch({ type: 'take-away', key })}
            >
              {textOf(key)}
            </Label>
          ))}
        </LabelGroup>
      )}
      {gone.map((key) => (
        <Content component="p" key={key}>
          {t('{{label}} will be removed.', { label: textOf(key) })}{' '}
          <Button variant="link" isInline onClick={() => dispatch({ type: 'leave', key })}>
            {t('Leave {{key}} as it is', { key })}
          </Button>
        </Content>
      ))}
    </FormGroup>
  );
};
