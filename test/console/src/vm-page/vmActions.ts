import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { coFetchJSON } from '../console-parts/consoleFetch';
import type { VirtualMachine } from './virtualMachine';

type Verb = 'start' | 'stop' | 'restart';

/**
 * The stock page's own menu, in short. Plugins cannot add to it.
 *
 * @param onError told the API server's reason when it refuses
 */
export function vmActions(vm: VirtualMachine, onError: (reason: string) => void): Action[] {
  const { name, namespace } = vm.metadata ?? {};
  const isStopped = vm.status?.printableStatus === 'Stopped';
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
    cta: () => {
      const url = `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${name}/${verb}`;
      coFetchJSON
        .put(url, {})
        .catch((error: unknown) => onError(error instanceof Error ? error.message : String(error)));
    },
  });
  return [
    action('start', 'Start', isStopped),
    action('restart', 'Restart', !isStopped),
    action('stop', 'Stop', !isStopped),
  ];
}
