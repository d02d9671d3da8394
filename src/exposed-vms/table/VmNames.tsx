import { useState } from 'react';
import { Button, List, ListItem, Popover } from '@patternfly/react-core';
import { Link } from '../../host/router';
import { NameCell } from '../../service-parts/list/NameCell';
import { serviceVmsPath, vmPath } from '../../ui/paths';
import { useText } from '../../ui/useText';

/** A popover has room for so many names. */
const MAX_NAMED = 10;

interface VmNamesProps {
  readonly namespace: string;
  readonly names: readonly string[];
  /** the status of the first one, in KubeVirt's own word */
  readonly status: string;
  /** the Service that they are behind; absent for a VM that is not exposed */
  readonly serviceName?: string;
}

/** The VM of a row; of several the first, and how many more, which are named on request. */
export const VmNames = ({ namespace, names, status, serviceName }: VmNamesProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [first = '', ...others] = names;
  return (
    <>
      <NameCell kind="VirtualMachine" name={first} to={vmPath(namespace, first)} below={status} />
      {serviceName !== undefined && others.length > 0 && (
        <Popover
          aria-label={t('More VMs behind Service {{name}}', { name: serviceName })}
          isVisible={isOpen}
          shouldOpen={() => setOpen(true)}
          shouldClose={() => setOpen(false)}
          bodyContent={
            isOpen && (
              <>
                <List isPlain>
                  {others.slice(0, MAX_NAMED).map((name) => (
                    <ListItem key={name}>
                      <Link to={vmPath(namespace, name)} className="pf-v6-u-text-break-word">
                        {name}
                      </Link>
                    </ListItem>
                  ))}
                </List>
                {others.length > MAX_NAMED && (
                  <Link to={serviceVmsPath(namespace, serviceName)}>
                    {t('View all {{count}} VMs', { count: names.length })}
                  </Link>
                )}
              </>
            )
          }
        >
          <Button variant="link" isInline>
            {t('+{{count}} more', { count: others.length })}
          </Button>
        </Popover>
      )}
    </>
  );
};
