import { slicesOf } from '../k8s/endpoints';
import { uidOf, type EndpointSlice, type NetworkPolicy, type Service } from '../k8s/objects';
import { livePods, liveVmi, type SeenVm } from '../k8s/seen';

/** What a connection test was about; undefined: not read. */
export interface TestedObjects {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
}

/**
 * Tells one state of what was tested from another: as long as it is the same, the outcome holds. What does not matter
 * to a connection, such as what an instance reports of its guest, is left out.
 */
export function stateTested({ service, vm, endpointSlices, networkPolicies }: TestedObjects): string {
  const vmi = liveVmi(vm);
  return JSON.stringify([
    [uidOf(service), service.spec],
    livePods(vm).map((pod) => [uidOf(pod), pod.metadata?.labels, pod.status?.podIPs]),
    vmi && [uidOf(vmi), vmi.status?.phase, vmi.status?.nodeName, pausedOf(vmi)],
    endpointSlices && slicesOf(service, endpointSlices).map(({ endpoints, ports }) => [endpoints, ports]),
    networkPolicies?.map((policy) => [uidOf(policy), policy.spec]),
  ]);
}

const pausedOf = ({ status }: NonNullable<SeenVm['vmi']>): boolean =>
  (status?.conditions ?? []).some((condition) => condition.type === 'Paused' && condition.status === 'True');
