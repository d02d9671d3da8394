import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { exposePath, servicesTabPath } from '../ui/paths';
import { useText } from '../ui/useText';
import { keyOfListed, type ListedObject } from './listedObject';
import { requestNote } from './requestNote';

/**
 * The actions of one VM, in the Actions menu of its page, in the kebab of its row, and in the topology's menu of its
 * node: they open the wizard, and the VM's Services tab.
 * The console calls this as a hook (`console.action/resource-provider`) when the menu is hovered or focused.
 * @param vm undefined or without metadata while the console is still reading it
 * @returns no action for a VM of another cluster: the wizard would write to this one
 */
const useVmActions = (vm: ListedObject | undefined): [actions: Action[], loaded: boolean, error: undefined] => {
  const t = useText();
  const { namespace, name } = keyOfListed(vm) ?? {};
  const description = namespace && requestNote(t, namespace);
  // the console compares by identity: a new array on every render makes its menu render without end
  const actions = useMemo(
    (): Action[] =>
      namespace && name
        ? [
            {
              id: 'expose-vm',
              label: t('Expose VM'),
              ...(description ? { description } : {}),
              cta: { href: exposePath(namespace, name) },
            },
            {
              id: 'expose-vm-check-connections',
              label: t('Check connections'),
              cta: { href: servicesTabPath(namespace, name) },
            },
          ]
        : [],
    [t, namespace, name, description],
  );
  return [actions, true, undefined];
};

export default useVmActions;
