import { Checkbox } from '@patternfly/react-core';
import { Td } from '@patternfly/react-table';
import { useElementId } from '../../host/useElementId';
import { useText } from '../../ui/useText';
import { TIGHT } from './columnWidths';

interface SelectCellProps {
  /** what is selected, for screen readers */
  readonly name: string;
  readonly isSelected: boolean;
  readonly isCard: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

/** The checkbox of a row. PatternFly's own selection cells name a row by its number alone. */
export const SelectCell = ({ name, isSelected, isCard, onSelect }: SelectCellProps) => {
  const t = useText();
  const id = useElementId();
  return (
    <Td {...(isCard ? {} : { className: TIGHT })}>
      <Checkbox
        id={id}
        aria-label={t('Select {{name}}', { name })}
        isChecked={isSelected}
        onChange={(_event, isChecked) => onSelect(isChecked)}
      />
    </Td>
  );
};
