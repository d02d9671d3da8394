import { useState } from 'react';
import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';

interface ListPageFilterProps {
  onFilterChange: (type: string, value: { selected: string[] }) => void;
  nameFilterPlaceholder?: string;
}

/** The deprecated list toolbar, with its name filter only. */
export default function ListPageFilter({
  onFilterChange,
  nameFilterPlaceholder = 'Search by name…',
}: ListPageFilterProps): JSX.Element {
  const [name, setName] = useState('');
  const change = (next: string): void => {
    setName(next);
    onFilterChange('name', { selected: next ? [next] : [] });
  };
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label="Filter by name"
            data-test="name-filter-input"
            onChange={(_event, next) => change(next)}
            onClear={() => change('')}
            placeholder={nameFilterPlaceholder}
            value={name}
          />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
