import { SelectGroup, SelectList, SelectOption } from '@patternfly/react-core';
import { EXPOSED_TYPES } from '../../domain/k8s/exposedTypes';
import { VM_STATES } from '../../domain/exposed/urlState';
import { accessText } from '../../ui/text/accessText';
import { vmStateText } from '../../ui/text/exposed/vmStateText';
import { useText } from '../../ui/useText';
import type { FilterProps } from './filterProps';

const toggled = <T,>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

/** The options of the filter, in groups. */
const FilterOptions = ({ filter, onFilter }: FilterProps) => {
  const t = useText();
  const { access, vmStates, isMadeHere } = filter;
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
  return (
    <>
      {groups.map(({ label, options }) => (
        <SelectGroup key={label} label={label}>
          <SelectList>
            {options.map(({ value, text, isChosen, choose }) => (
              <SelectOption key={value} value={value} hasCheckbox isSelected={isChosen} onClick={choose}>
                {text}
              </SelectOption>
            ))}
          </SelectList>
        </SelectGroup>
      ))}
    </>
  );
};

export default FilterOptions;
