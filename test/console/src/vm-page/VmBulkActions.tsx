import { isActionProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useExtensions } from '../console-parts/extensions';
import { ActionMenu } from '../plugins/ActionMenu';
import { providerFor } from '../plugins/ProvidedActions';
import { BULK_VM_CONTEXT, VM_MENUS_TAKE_ACTIONS } from '../plugins/menuContexts';
import { bulkVmActions } from './vmActions';
import type { VmWithStatus } from './virtualMachine';

interface VmBulkActionsProps {
  vms: VmWithStatus[];
  /** Told the API server's reason when it refuses. */
  onError: (reason: string) => void;
}

/** The Actions of the VM list, for the rows that are selected: their scope is the array of these VMs. */
export function VmBulkActions({ vms, onError }: VmBulkActionsProps): JSX.Element | null {
  const providers = useExtensions(isActionProvider)
    .filter(({ properties }) => properties.contextId === BULK_VM_CONTEXT && VM_MENUS_TAKE_ACTIONS)
    .map((extension) => providerFor(extension, vms));
  return (
    <ActionMenu
      isDisabled={vms.length === 0}
      label={`Actions of ${vms.length} selected`}
      providers={providers}
      stockActions={bulkVmActions(vms, onError)}
    />
  );
}
