import { serviceRangeFrom } from '../../domain/network/clusterNetwork';
import type { Service } from '../../domain/k8s/objects';
import type { ClusterWrites } from '../port/clusterPort';
import { toFailure } from '../port/failure';
import { loadPart } from '../../host/loadPart';

/**
 * Addresses that no cluster gives to a Service: one of the range for documentation, one of the range that is discarded.
 */
const FOREIGN = ['192.0.2.1', '100::1'];

/** A Service that no API server accepts, as long as its address is in none of the ranges. */
const serviceAt = (namespace: string, clusterIP: string): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'expose-vm-asks-for-the-range', namespace },
  spec: { type: 'ClusterIP', clusterIP, ports: [{ port: 80, protocol: 'TCP' }] },
});

/**
 * Learns what range Services get addresses from, for users who may read none of the cluster's configuration: the
 * refusal of a fixed address of another range names it. Both families are asked for, all as dry runs; nothing is ever
 * made.
 * @returns empty where the cluster refuses without naming a range
 * @throws the API server's own refusal where it is about something else, such as the right to create Services
 */
export async function askServiceRange(
  namespace: string,
  given?: Pick<ClusterWrites, 'create'>,
): Promise<readonly string[]> {
  // who can read the configuration needs none
  const port = given ?? (await loadPart(() => import('../port/sdkPort'))).sdkPort;
  const ranges = new Set<string>();
  let other: { readonly refusal: unknown } | undefined;
  for (const clusterIP of FOREIGN) {
    try {
      await port.create(serviceAt(namespace, clusterIP), { dryRun: true });
    } catch (refusal) {
      const { code, message } = toFailure(refusal);
      serviceRangeFrom(message).forEach((range) => ranges.add(range));
      // 422 is about the address; who may not create Services need not be told so twice
      if (code !== 422) {
        other = { refusal };
        break;
      }
    }
  }
  if (ranges.size === 0 && other) throw other.refusal;
  return [...ranges];
}
