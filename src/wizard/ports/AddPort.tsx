import { useState } from 'react';
import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons';
import type { PortDraft } from '../../domain/service/servicePort';
import { otherPresets, type SuggestedPort } from '../../domain/service/suggestedPorts';
import { useText } from '../../ui/useText';

interface AddPortProps {
  /** the ports that the VMs are known to have */
  readonly detected: readonly SuggestedPort[];
  readonly isOfOneVm: boolean;
  /** called with a known port; without one it is to be typed */
  readonly onAdd: (port?: Pick<PortDraft, 'name' | 'port' | 'protocol'>) => void;
}

/** Adds a port: one that the VMs are known to have, a common one, or one to be typed. */
export const AddPort = ({ detected, isOfOneVm, onAdd }: AddPortProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const item = ({ name, port, protocol }: SuggestedPort, text: string) => (
    <DropdownItem key={`${port}/${protocol}`} onClick={() => onAdd({ name, port: String(port), protocol })}>
      {text}
    </DropdownItem>
  );
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={() => setOpen(false)}
      onOpenChange={setOpen}
      shouldFocusToggleOnSelect={false}
      isScrollable
      toggle={(toggleRef) => (
        <MenuToggle
          ref={toggleRef}
          variant="plainText"
          icon={<PlusCircleIcon />}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('Add port')}
        </MenuToggle>
      )}
    >
      {detected.length > 0 && (
        <DropdownGroup label={isOfOneVm ? t('Detected on this VM') : t('Detected on these VMs')}>
          <DropdownList>
            {detected.map((port) => item(port, `${port.name} ${port.port}/${port.protocol}`.trim()))}
          </DropdownList>
        </DropdownGroup>
      )}
      <DropdownGroup label={t('Common ports')}>
        <DropdownList>
          {otherPresets(detected).map(({ label, ...port }) => item(port, `${label} ${port.port}`))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem onClick={() => onAdd()}>{t('Custom port')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
