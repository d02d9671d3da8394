import { useRef, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useText } from '../../ui/useText';

interface ResultActionsProps {
  readonly onAgain: () => void;
  readonly onUndo: () => void;
}

/** What is rarely wanted after a run: to expose again, to undo. */
export const ResultActions = ({ onAgain, onUndo }: ResultActionsProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={() => setOpen(false)}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            variant="plain"
            aria-label={t('More actions')}
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            icon={<EllipsisVIcon />}
          />
        ),
      }}
    >
      <DropdownList>
        <DropdownItem onClick={onAgain}>{t('Expose again')}</DropdownItem>
        <DropdownItem onClick={onUndo}>{t('Undo')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
