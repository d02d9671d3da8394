import { useState } from 'react';
import { Badge, MenuToggle, Select, SelectGroup, SelectList, SelectOption } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { EXPOSED_TYPES } from '../../domain/k8s/exposedTypes';
import type { ExposedFilter } from '../../domain/exposed/filters';
import { VM_STATES } from '../../domain/exposed/urlState';
import { accessText } from '../../ui/text/accessText';
import { vmStateText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';

interface FilterMenuProps {
  readonly filter: ExposedFilter;
  readonly onFilter: (filter: ExposedFilter) => void;
}

const toggled = <T,>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

/** Filters by what is one of a few: access, the state of a VM, who created the Service. */
export const FilterMenu = ({ filter, onFilter }: FilterMenuProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { access, vmStates, isMadeHere } = filter;
  const count = access.length + vmStates.length + Number(isMadeHere);
  const groups = [
    {
      label: t('Access'),
      options: EXPOSED_TYPES.map((type) => ({
        value: `access ${type}`,
        text: accessText(t, type),
        isChosen: access.includes(type),
        choose: () => onFilter({ ...filter, access: toggled(access, type) }),
      })),
    },
    {
      label: t('VM status'),
      options: VM_STATES.map((state) => ({
        value: `vm ${state}`,
        text: vmStateText(t, state),
        isChosen: vmStates.includes(state),
        choose: () => onFilter({ ...filter, vmStates: toggled(vmStates, state) }),
      })),
    },
    {
      label: t('Created by'),
      options: [
        {
          value: 'here',
          text: 'Expose VM',
          isChosen: isMadeHere,
          choose: () => onFilter({ ...filter, isMadeHere: !isMadeHere }),
        },
      ],
    },
  ];
  const options = groups.flatMap((group) => group.options);
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      onOpenChange={setOpen}
      isScrollable
      onSelect={(_event, value) => options.find((option) => option.value === value)?.choose()}
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
      {groups.map(({ label, options: ofGroup }) => (
        <SelectGroup key={label} label={label}>
          <SelectList>
            {ofGroup.map(({ value, text, isChosen }) => (
              <SelectOption key={value} value={value} hasCheckbox isSelected={isChosen}>
                {text}
              </SelectOption>
            ))}
          </SelectList>
        </SelectGroup>
      ))}
    </Select>
  );
};
