import { useRef, useState, type ReactNode } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useText } from '../useText';

interface ActionsMenuProps {
  /** of whom, for screen readers: only the icon is seen; without it the menu is called "More actions" */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** of a menu whose items are loaded when it opens: it is placed by the width that it opens with */
  readonly minWidth?: string;
  /** called when the menu will probably open, for code that it needs */
  readonly onNear?: () => void;
  /** called when the menu opens, for what is asked only then */
  readonly onOpen?: () => void;
  /** the items, rendered while the menu is open */
  readonly children: ReactNode;
}

/** The menu behind three dots, of a row or a page, for what is rarely wanted. The focus returns to it from dialogs. */
export const ActionsMenu = ({ label, isDisabled = false, minWidth, onNear, onOpen, children }: ActionsMenuProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={() => {
        setOpen(false);
        toggle.current?.focus();
      }}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      popperProps={{ position: 'right', ...(minWidth === undefined ? {} : { minWidth }) }}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            variant="plain"
            aria-label={label ?? t('More actions')}
            isExpanded={isOpen}
            isDisabled={isDisabled}
            onMouseEnter={onNear}
            onFocus={onNear}
            onClick={() => {
              if (!isOpen) onOpen?.();
              setOpen(!isOpen);
            }}
            icon={<EllipsisVIcon />}
          />
        ),
      }}
    >
      {isOpen && children}
    </Dropdown>
  );
};
