import { Checkbox, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ServiceOptions } from '../domain/serviceOptions';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';

type OptionName<T> = { [Name in keyof ServiceOptions]: ServiceOptions[Name] extends T ? Name : never }[keyof ServiceOptions];

interface OptionProps<T> extends Pick<StepProps, 'draft' | 'problems' | 'dispatch'> {
  readonly name: OptionName<T>;
  readonly label: string;
  readonly hint?: string;
}

/** What is wrong with an option, as a sentence. */
function useOptionProblem(problems: StepProps['problems'], name: keyof ServiceOptions): { readonly problem?: string } {
  const t = useText();
  const found = problems.find(({ field }) => field.at === 'option' && field.name === name);
  return found ? { problem: problemText(t, found.code) } : {};
}

export const OptionField = ({ draft, problems, dispatch, name, label, hint, isRequired, isLong }: OptionProps<string> & { readonly isRequired?: boolean; readonly isLong?: boolean }) => (
  <TextField
    id={`option-${name}`}
    label={label}
    value={draft.options[name]}
    onChange={(value) => dispatch({ type: 'option', change: { [name]: value } })}
    {...(isRequired ? { isRequired } : {})}
    {...(isLong ? { isLong } : {})}
    {...(hint ? { hint } : {})}
    {...useOptionProblem(problems, name)}
  />
);

interface ChoiceProps extends OptionProps<string> {
  /** value and text of each; '' leaves it to the API server */
  readonly choices: readonly (readonly [string, string])[];
}

export const OptionChoice = ({ draft, dispatch, name, label, hint, choices }: ChoiceProps) => (
  <FormGroup label={label} fieldId={`option-${name}`}>
    <FormSelect id={`option-${name}`} value={draft.options[name]} onChange={(_event, value) => dispatch({ type: 'option', change: { [name]: value } })}>
      {choices.map(([value, text]) => (
        <FormSelectOption key={value} value={value} label={text} />
      ))}
    </FormSelect>
    {hint && (
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{hint}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    )}
  </FormGroup>
);

export const OptionSwitch = ({ draft, dispatch, name, label, hint }: OptionProps<boolean>) => (
  <Checkbox
    id={`option-${name}`}
    label={label}
    {...(hint ? { description: hint } : {})}
    isChecked={draft.options[name]}
    onChange={(_event, isChecked) => dispatch({ type: 'option', change: { [name]: isChecked } })}
  />
);
