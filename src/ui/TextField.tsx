import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextArea, TextInput } from '@patternfly/react-core';

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
  readonly isDisabled?: boolean;
  /** true for a text of several lines */
  readonly isLong?: boolean;
}

/** A labelled text input that tells its problem as it is typed, to screen readers too. */
export const TextField = ({
  id,
  label,
  value,
  onChange,
  problem,
  hint,
  isRequired,
  list = [],
  isDisabled = false,
  isLong = false,
}: TextFieldProps) => {
  const help = problem ?? hint;
  const input = {
    id,
    value,
    onChange: (_event: unknown, next: string) => onChange(next),
    validated: problem ? ('error' as const) : ('default' as const),
    'aria-invalid': Boolean(problem),
    spellCheck: false,
    ...(help ? { 'aria-describedby': `${id}-help` } : {}),
  };
  return (
    <FormGroup label={label} fieldId={id} {...(isRequired ? { isRequired } : {})}>
      {isLong ? (
        <TextArea {...input} rows={4} resizeOrientation="vertical" />
      ) : (
        <TextInput
          {...input}
          isDisabled={isDisabled}
          autoComplete="off"
          {...(list.length > 0 ? { list: `${id}-list` } : {})}
        />
      )}
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
