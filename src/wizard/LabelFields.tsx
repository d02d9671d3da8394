import { Button, FormFieldGroup, FormFieldGroupHeader } from '@patternfly/react-core';
import type { SelectionDraft } from '../domain/draft';
import { templateLabelsOf } from '../domain/objects';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';

interface LabelFieldsProps extends StepProps {
  readonly selection: Extract<SelectionDraft, { by: 'label' }>;
}

/** The key=value pairs of the selector; keys and values of the template are offered. */
export const LabelFields = ({ selection, problems, dispatch, vm }: LabelFieldsProps) => {
  const t = useText();
  const template = templateLabelsOf(vm.vm);
  return (
    <>
      {selection.labels.map(({ key, value }, index) => {
        const problemOf = (part: 'key' | 'value') => {
          const found = problems.find(({ field }) => field.at === 'label' && field.index === index && field.field === part);
          return found ? { problem: problemText(t, found.code) } : {};
        };
        const current = template[key];
        const number = index + 1;
        return (
          <FormFieldGroup
            key={index}
            header={
              <FormFieldGroupHeader
                titleText={{ text: t('Label {{number}}', { number }), id: `label-title-${index}` }}
                actions={
                  selection.labels.length > 1 && (
                    <Button variant="link" isDanger onClick={() => dispatch({ type: 'remove-label', index })} aria-label={t('Remove label {{number}}', { number })}>
                      {t('Remove')}
                    </Button>
                  )
                }
              />
            }
          >
            <TextField id={`label-key-${index}`} label={t('Label key')} isRequired value={key} list={Object.keys(template)} onChange={(next) => dispatch({ type: 'label', index, change: { key: next } })} {...problemOf('key')} />
            <TextField
              id={`label-value-${index}`}
              label={t('Label value')}
              value={value}
              list={current === undefined ? [] : [current]}
              onChange={(next) => dispatch({ type: 'label', index, change: { value: next } })}
              {...problemOf('value')}
              {...(current === undefined ? {} : { hint: labelHint(t, current, value) })}
            />
          </FormFieldGroup>
        );
      })}
      <div>
        <Button variant="link" isInline onClick={() => dispatch({ type: 'add-label' })}>
          {t('Add another label')}
        </Button>
      </div>
    </>
  );
};

const labelHint = (t: ReturnType<typeof useText>, current: string, value: string): string =>
  current === value
    ? t('The template has this label already.')
    : t('The template has the value {{current}} now. Services that select by it would lose this VM.', { current });
