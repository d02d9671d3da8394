import type { DraftField } from '../../domain/draft/draftProblems';
import type { ServiceOptions } from '../../domain/service/serviceOptions';
import { problemText } from '../../ui/text/problemText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import type { StepProps } from './stepProps';

type TextOption = {
  [Name in keyof ServiceOptions]: ServiceOptions[Name] extends string ? Name : never;
}[keyof ServiceOptions];

/** The problem of a field as props of the form field; {} when it has none. */
export function useProblemOf({ problems, tellsAll }: Pick<StepProps, 'problems' | 'tellsAll'>) {
  const t = useText();
  return (isMeant: (field: DraftField) => boolean): { problem?: string; isEarly?: boolean } => {
    const found = problems.find(({ field }) => isMeant(field));
    return found ? { problem: problemText(t, found.code), isEarly: !tellsAll } : {};
  };
}

interface OptionFieldProps extends Pick<StepProps, 'draft' | 'problems' | 'tellsAll' | 'dispatch'> {
  readonly name: TextOption;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly isLong?: boolean;
  readonly isDisabled?: boolean;
}

/** A text field for one option of the Service. */
export const OptionField = ({ draft, problems, tellsAll, dispatch, name, ...field }: OptionFieldProps) => {
  const problemOf = useProblemOf({ problems, tellsAll });
  return (
    <TextField
      id={`option-${name}`}
      value={draft.options[name]}
      onChange={(value) => dispatch({ type: 'option', change: { [name]: value } })}
      {...field}
      {...problemOf(({ at, ...rest }) => at === 'option' && 'name' in rest && rest.name === name)}
    />
  );
};
