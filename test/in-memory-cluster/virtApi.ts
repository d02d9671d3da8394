/** What virt-api refuses of a VM's subresources, as KubeVirt 1.8.4 does. */
import type { VirtualMachine } from '../../src/domain/k8s/objects';
import { conflict, internalError, type HttpErrorLike } from '../objects/apiErrors';
import type { StoredObjects } from './storedObjects';

const isUnderWay = ({ status }: VirtualMachine): boolean => (status?.stateChangeRequests ?? []).length > 0;
const runs = ({ metadata }: VirtualMachine, cluster: StoredObjects): boolean =>
  cluster.one('VirtualMachineInstance', metadata?.name ?? '') !== undefined;

/** Why a VM cannot be started; undefined when it can. */
export function startRefusal(vm: VirtualMachine, cluster: StoredObjects): HttpErrorLike | undefined {
  const { runStrategy } = vm.spec;
  if (runs(vm, cluster)) return conflict('VM is already running');
  if (runStrategy === 'Always' || runStrategy === 'Once')
    return conflict(`${runStrategy} does not support manual start requests`);
  return isUnderWay(vm) ? internalError('stop/start already underway') : undefined;
}

/** Why a VM cannot be restarted; undefined when it can. */
export function restartRefusal(vm: VirtualMachine, cluster: StoredObjects): HttpErrorLike | undefined {
  if (vm.spec.runStrategy === 'Halted') return conflict('RunStategy Halted does not support manual restart requests');
  if (!runs(vm, cluster)) return conflict(`VM is not running: ${vm.status?.printableStatus ?? ''}`);
  return isUnderWay(vm) ? internalError('stop/start already underway') : undefined;
}
