import { useRef, useState } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { nameOf } from '../domain/k8s/objects';
import { loadPart } from '../host/loadPart';
import { lazyPart } from '../ui/loading/lazyPart';
import { useText } from '../ui/useText';
import type { ServiceActionItemsProps } from './ServiceActionItems';

// needed only for a menu that opens
const fetchItems = () => import('./ServiceActionItems');
const ServiceActionItems = lazyPart(fetchItems);

/** Fetches the items before the menu opens, so that the first takes the focus; a failure shows in the menu. */
function prefetch(): void {
  loadPart(fetchItems).catch(() => undefined);
}

interface ServiceActionsProps extends ServiceActionItemsProps {
  /** called when the menu opens, for what is asked only then */
  readonly onOpen?: () => void;
}

/** The menu of a Service: edit in the wizard, edit YAML, delete, undo what a run did. */
export const ServiceActions = ({ onOpen, ...items }: ServiceActionsProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // a dialog gives the focus back to where it was
    toggle.current?.focus();
  };
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={close}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      popperProps={{ position: 'right' }}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            variant="plain"
            aria-label={t('Actions for Service {{name}}', { name: nameOf(items.service) })}
            isExpanded={isOpen}
            onMouseEnter={prefetch}
            onFocus={prefetch}
            onClick={() => {
              if (!isOpen) onOpen?.();
              setOpen(!isOpen);
            }}
            icon={<EllipsisVIcon />}
          />
        ),
      }}
    >
      {isOpen && <ServiceActionItems {...items} />}
    </Dropdown>
  );
};
