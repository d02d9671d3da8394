import { isActionProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useExtensions } from '../console-parts/extensions';
import { ActionMenu } from '../plugins/ActionMenu';
import { bulkVmActions } from './vmActions';
import { VM_URL_NAME } from './virtualMachine';
import type { VmWithStatus } from './virtualMachine';

/** The context for which the virtualization plugin's VM list takes `console.action/provider` extensions. */
const CONTEXT = `${VM_URL_NAME}[]`;

interface VmBulkActionsProps {
  vms: VmWithStatus[];
  /** Told the API server's reason when it refuses. */
  onError: (reason: string) => void;
}

/** The Actions of the VM list, for the rows that are selected: their scope is the array of these VMs. */
export function VmBulkActions({ vms, onError }: VmBulkActionsProps): JSX.Element | null {
  const providers = useExtensions(isActionProvider).filter(({ properties }) => properties.contextId === CONTEXT);
  return (
    <ActionMenu
      isDisabled={vms.length === 0}
      label={`Actions of ${vms.length} selected`}
      providers={providers}
      scope={vms}
      stockActions={bulkVmActions(vms, onError)}
    />
  );
}
