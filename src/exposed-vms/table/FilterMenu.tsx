import { useState } from 'react';
import { Badge, MenuToggle, Select } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';
import type { FilterProps } from './filterProps';

// needed only when it is opened
const FilterOptions = lazyPart(() => import('./FilterOptions'));

/** Filters by what is one of a few: access, the state of a VM, who created the Service. */
export const FilterMenu = (props: FilterProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { access, vmStates, isMadeHere } = props.filter;
  const count = access.length + vmStates.length + Number(isMadeHere);
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      onOpenChange={setOpen}
      isScrollable
      toggle={(toggle) => (
        <MenuToggle
          ref={toggle}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          icon={<FilterIcon />}
          {...(count > 0 ? { badge: <Badge isRead>{count}</Badge> } : {})}
        >
          {t('Filter')}
        </MenuToggle>
      )}
    >
      {isOpen && <FilterOptions {...props} />}
    </Select>
  );
};
