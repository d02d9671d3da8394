import { traitsOf } from '../k8s/exposedTypes';
import type { ClusterTestResult } from './clusterTestLog';
import type { ClusterTestCheck } from './clusterTestChecks';
import { slicesOf, takesTraffic } from '../k8s/endpoints';
import type { EndpointSlice, Service } from '../k8s/objects';

/**
 * The addresses that DNS should return: the Service's own; of a headless one those of its endpoints that take traffic,
 * for a VM's name of those with its hostname.
 * @param slices undefined where they could not be read
 * @returns undefined where it is not known, as for an alias of a name outside
 */
export function addressesExpected(
  check: ClusterTestCheck,
  service: Service,
  slices: readonly EndpointSlice[] | undefined,
): readonly string[] | undefined {
  const { clusterIP, clusterIPs } = service.spec ?? {};
  if (check.kind !== 'dns' || !traitsOf(service).selectsPods) return undefined;
  if (traitsOf(service).hasClusterIp) return clusterIPs ?? (clusterIP ? [clusterIP] : undefined);
  return (
    slices &&
    slicesOf(service, slices)
      .flatMap(({ endpoints }) => endpoints ?? [])
      .filter(
        (endpoint) => takesTraffic(endpoint) && (check.ofVm === undefined || endpoint.hostname === check.ofVm.hostname),
      )
      .flatMap(({ addresses }) => addresses)
  );
}

/** Whether all that DNS answered is what it should be; undefined where there is nothing to compare. */
export function agreementOf(
  { check, outcome, addresses }: ClusterTestResult,
  service: Service,
  slices: readonly EndpointSlice[] | undefined,
): 'agrees' | 'differs' | undefined {
  const expected = addressesExpected(check, service, slices);
  if (outcome !== 'ok' || !expected) return undefined;
  return addresses.length > 0 && addresses.every((address) => expected.includes(address)) ? 'agrees' : 'differs';
}
