import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { coFetchJSON } from '../console-parts/consoleFetch';
import type { VmWithStatus } from './virtualMachine';

type Verb = 'start' | 'stop' | 'restart';

type OnError = (reason: string) => void;

const isStopped = ({ status }: VmWithStatus): boolean => status?.printableStatus === 'Stopped';

function call(verb: Verb, { metadata }: VmWithStatus, onError: OnError): void {
  const vms = `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/${metadata?.namespace}/virtualmachines`;
  coFetchJSON
    .put(`${vms}/${metadata?.name}/${verb}`, {})
    .catch((error: unknown) => onError(error instanceof Error ? error.message : String(error)));
}

/**
 * The stock actions of one VM, in short: on its page and in its row. Those of plugins come after them.
 *
 * @param onError told the API server's reason when it refuses
 */
export function vmActions(vm: VmWithStatus, onError: OnError): Action[] {
  const { name, namespace } = vm.metadata ?? {};
  const action = (verb: Verb, label: string, isPossible: boolean): Action => ({
    id: `vm-action-${verb}`,
    label,
    disabled: !isPossible,
    accessReview: {
      group: 'subresources.kubevirt.io',
      resource: 'virtualmachines',
      subresource: verb,
      verb: 'update',
      name,
      namespace,
    },
    cta: () => call(verb, vm, onError),
  });
  return [
    action('start', 'Start', isStopped(vm)),
    action('restart', 'Restart', !isStopped(vm)),
    action('stop', 'Stop', !isStopped(vm)),
  ];
}

/** The stock actions of the VMs that are selected in the list, in short. */
export function bulkVmActions(vms: VmWithStatus[], onError: OnError): Action[] {
  const action = (verb: Verb, label: string, concerned: VmWithStatus[]): Action => ({
    id: `vms-bulk-${verb}`,
    label,
    disabled: concerned.length === 0,
    cta: () => concerned.forEach((vm) => call(verb, vm, onError)),
  });
  const running = vms.filter((vm) => !isStopped(vm));
  return [
    action('start', 'Start', vms.filter(isStopped)),
    action('restart', 'Restart', running),
    action('stop', 'Stop', running),
  ];
}
