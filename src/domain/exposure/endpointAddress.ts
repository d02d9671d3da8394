import { takesTraffic } from '../k8s/endpoints';
import type { Endpoint } from '../k8s/objects';
import { livePod, liveVmi, type SeenVm } from '../k8s/seen';
import { podNic } from '../kubevirt/podNic';

/** The address at which a Service finds a VM, beside that of the VM itself. */
export interface EndpointAddress {
  /** those of the endpoint, else those of the pod; undefined where neither was read */
  readonly ips: readonly string[] | undefined;
  /** those of the running instance; undefined where it was not read */
  readonly vmIps: readonly string[] | undefined;
  /**
   * `same`: the endpoint has an address of the VM, which proves that the Service sends traffic to it; `none`: there is
   * no endpoint
   */
  readonly match: 'same' | 'different' | 'none' | 'not-checked';
  /** whether it takes traffic; undefined where that is not known */
  readonly isReady: boolean | undefined;
}

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => Boolean(text))),
];

/** All addresses that the running instance of a VM tells. */
const addressesOfVmi = ({ vmi }: SeenVm): string[] =>
  unique((vmi?.status?.interfaces ?? []).flatMap((nic) => [nic.ipAddress, ...(nic.ipAddresses ?? [])]));

/** @param endpoints those of a Service that are this VM; undefined where they were not read */
export function addressOfEndpoint(vm: SeenVm, endpoints: readonly Endpoint[] | undefined): EndpointAddress {
  const pod = livePod(vm);
  const ofEndpoints = unique((endpoints ?? []).flatMap(({ addresses }) => addresses));
  const ofPod = unique([pod?.status?.podIP, ...(pod?.status?.podIPs ?? []).map(({ ip }) => ip)]);
  const vmIps = vm.vmi || !vm.arePodsUnknown ? addressesOfVmi(vm) : undefined;
  const match = !endpoints
    ? 'not-checked'
    : ofEndpoints.length === 0
      ? 'none'
      : !vmIps
        ? 'not-checked'
        : ofEndpoints.every((ip) => vmIps.includes(ip))
          ? 'same'
          : 'different';
  const ips = ofEndpoints.length > 0 ? ofEndpoints : vm.arePodsUnknown ? undefined : ofPod;
  const podReady = (pod?.status?.conditions ?? []).find(({ type }) => type === 'Ready');
  const isReady = endpoints?.length ? endpoints.some(takesTraffic) : podReady && podReady.status === 'True';
  return { ips, vmIps, match, isReady };
}

/**
 * The address that the guest has on its own interface. A bridge hands the pod's address on, as the instance tells it;
 * behind masquerade the guest has another, which no object tells.
 */
export function bridgedAddress(vm: SeenVm): string | undefined {
  const vmi = liveVmi(vm);
  const nic = vmi && podNic(vmi.spec);
  return nic?.bridge && vmi?.status?.interfaces?.find(({ name }) => name === nic.name)?.ipAddress;
}
