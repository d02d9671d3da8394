import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { serviceVmsPath } from '../ui/paths';
import { useText } from '../ui/useText';
import { keyOfListed, type ListedObject } from './listedObject';

/**
 * The action of a Service's menu: it opens the tab Virtual machines of the Service's page. The console calls this as a
 * hook (`console.action/resource-provider`) when the menu is hovered or focused.
 * @returns no action for a Service of another cluster, and none while the Service is still being read
 */
const useCheckConnectionAction = (
  service: ListedObject | undefined,
): [actions: Action[], loaded: boolean, error: undefined] => {
  const t = useText();
  const { namespace, name } = keyOfListed(service) ?? {};
  // the console compares by identity: a new array on every render makes its menu render without end
  const actions = useMemo(
    () =>
      namespace && name
        ? [
            {
              id: 'expose-vm-check-connection',
              label: t('Check VM connection'),
              cta: { href: serviceVmsPath(namespace, name) },
            },
          ]
        : [],
    [t, namespace, name],
  );
  return [actions, true, undefined];
};

export default useCheckConnectionAction;
