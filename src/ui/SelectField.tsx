import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** each value with its words */
  readonly options: readonly (readonly [value: string, label: string])[];
  /** what is wrong, as a sentence; absent when nothing is */
  readonly problem?: string;
  readonly hint?: string;
}

/** A labelled choice of one among a few; it tells its problem like a text field. */
export const SelectField = ({ id, label, value, onChange, options, problem, hint }: SelectFieldProps) => {
  const help = problem ?? hint;
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect
        id={id}
        value={value}
        onChange={(_event, next) => onChange(next)}
        validated={problem ? 'error' : 'default'}
        aria-invalid={Boolean(problem)}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
      >
        {options.map(([option, words]) => (
          <FormSelectOption key={option} value={option} label={words} />
        ))}
      </FormSelect>
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
