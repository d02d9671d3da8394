import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import useActivePerspective from '../console-parts/useActivePerspective';
import { perspectives } from './stockNavigation';

/** Which set of navigation entries is shown. */
export function PerspectiveSwitch(): JSX.Element {
  const [active, setActive] = useActivePerspective();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="standin-perspective">
      <Select
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={(_event, id) => {
          setOpen(false);
          setActive(String(id));
        }}
        selected={active}
        toggle={(toggle) => (
          <MenuToggle
            data-test="perspective-switcher-toggle"
            isExpanded={isOpen}
            isFullWidth
            onClick={() => setOpen(!isOpen)}
            ref={toggle}
          >
            {perspectives.find(({ id }) => id === active)?.name}
          </MenuToggle>
        )}
      >
        <SelectList>
          {perspectives.map(({ id, name }) => (
            <SelectOption data-test={`perspective-${id}`} key={id} value={id}>
              {name}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </div>
  );
}
