import { useEffect, useState } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { loadPart } from '../../host/loadPart';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';
import type { BulkItemsProps } from './BulkItems';

// needed only once something is selected
const fetchItems = () => import('./BulkItems');
const BulkItems = lazyPart(fetchItems);

/** The menu of what can be done with the selected rows. */
export const BulkActions = (props: BulkItemsProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const hasRows = props.rows.length > 0;
  useEffect(() => {
    // there when the menu opens, so that its first item takes the focus; a failure shows in the menu
    if (hasRows) loadPart(fetchItems).catch(() => undefined);
  }, [hasRows]);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusFirstItemOnOpen
      toggle={(toggle) => (
        <MenuToggle ref={toggle} isExpanded={isOpen} isDisabled={!hasRows} onClick={() => setOpen(!isOpen)}>
          {t('Actions')}
        </MenuToggle>
      )}
    >
      {isOpen && <BulkItems {...props} />}
    </Dropdown>
  );
};
