import { useState } from 'react';
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
  /** true while a problem is told only once the field was left */
  readonly isEarly?: boolean;
  /** what counts while the field is blank */
  readonly placeholder?: string;
  /** true in a row of fields below a heading for each: the label is visible only in a narrow window */
  readonly isCell?: boolean;
}

/**
 * A labelled text input that tells its problem, to screen readers too: as it is typed, or from when it was left first.
 */
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
  isEarly = false,
  placeholder,
  isCell = false,
}: TextFieldProps) => {
  const [wasLeft, setLeft] = useState(false);
  const told = isEarly && !wasLeft ? undefined : problem;
  const help = told ?? hint;
  const input = {
    id,
    value,
    onChange: (_event: unknown, next: string) => onChange(next),
    onBlur: () => setLeft(true),
    validated: told ? ('error' as const) : ('default' as const),
    'aria-invalid': Boolean(told),
    spellCheck: false,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(isCell ? { 'aria-label': label } : {}),
    ...(help ? { 'aria-describedby': `${id}-help` } : {}),
  };
  return (
    <FormGroup {...(isCell ? {} : { label })} fieldId={id} {...(isRequired ? { isRequired } : {})}>
      {isCell && (
        <span aria-hidden className="pf-v6-c-form__label-text pf-v6-u-display-none-on-md">
          {label}
        </span>
      )}
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
            <HelperTextItem variant={told ? 'error' : 'default'}>{help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
};
