import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { ActionsMenu } from '../../ui/list/ActionsMenu';
import { useText } from '../../ui/useText';

interface ResultActionsProps {
  readonly onAgain: () => void;
  readonly onUndo: () => void;
}

/** What is rarely wanted after a run: to expose again, to undo. */
export const ResultActions = ({ onAgain, onUndo }: ResultActionsProps) => {
  const t = useText();
  return (
    <ActionsMenu>
      <DropdownList>
        <DropdownItem onClick={onAgain}>{t('Expose again')}</DropdownItem>
        <DropdownItem onClick={onUndo}>{t('Undo')}</DropdownItem>
      </DropdownList>
    </ActionsMenu>
  );
};
