import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** what is wrong, as a sentence; absent when nothing is */
  readonly problem?: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly list?: readonly string[];
}

/** A labelled text input that tells its problem as it is typed, to screen readers too. */
export const TextField = ({ id, label, value, onChange, problem, hint, isRequired, list = [] }: TextFieldProps) => {
  const help = problem ?? hint;
  return (
    <FormGroup label={label} fieldId={id} {...(isRequired ? { isRequired } : {})}>
      <TextInput
        id={id}
        value={value}
        onChange={(_event, next) => onChange(next)}
        validated={problem ? 'error' : 'default'}
        aria-invalid={Boolean(problem)}
        autoComplete="off"
        spellCheck={false}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        {...(list.length > 0 ? { list: `${id}-list` } : {})}
      />
      {list.length > 0 && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {help && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            <HelperTextItem variant={problem ? 'error' : 'default'}>{help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
};
