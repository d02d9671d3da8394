import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { exposePath } from '../ui/paths';
import { useText } from '../ui/useText';
import type { ListedVm } from './listedVm';

/**
 * The action of one VM, in the Actions menu of its page and in the kebab of its row: it opens the wizard for that VM.
 * The console calls this as a hook (`console.action/resource-provider`) when the menu is hovered or focused.
 * @param vm undefined or without metadata while the console is still reading it
 * @returns no action for a VM of another cluster: the wizard would write to this one
 */
const useExposeVmAction = (vm: ListedVm | undefined): [actions: Action[], loaded: boolean, error: undefined] => {
  const t = useText();
  const { name, namespace } = vm?.metadata ?? {};
  const href = name && namespace && !vm?.cluster ? exposePath(namespace, name) : undefined;
  // the console compares by identity: a new array on every render makes its menu render without end
  const actions = useMemo(
    () => (href === undefined ? [] : [{ id: 'expose-vm', label: t('Expose VM'), cta: { href } }]),
    [t, href],
  );
  return [actions, true, undefined];
};

export default useExposeVmAction;
