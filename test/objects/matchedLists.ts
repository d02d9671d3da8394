/** The matching of Services and VMs by the index and by the plain nested loop, for a comparison of their times. */
import type { ExposedLists } from '../../src/domain/exposed/exposedList';
import { ProjectMatching } from '../../src/domain/exposed/matching/projectMatching';
import { concerns } from '../../src/domain/exposure/concerns';
import { slicesOf } from '../../src/domain/k8s/endpoints';
import { seenVmsOf } from '../../src/domain/kubevirt/seenVms';

/** Matches the lists of one project by the index. */
export function matchedByIndex({ services, vms, vmis = [], pods = [], endpointSlices = [] }: ExposedLists) {
  const matching = new ProjectMatching({ areInstancesRead: true, arePodsRead: true, areSlicesRead: true });
  for (const after of vms) matching.vmParts.changeVm({ after });
  for (const after of vmis) matching.vmParts.changeVmi({ after });
  for (const after of pods) matching.vmParts.changePod({ after });
  for (const after of endpointSlices) matching.sliceParts.change({ after });
  for (const after of services) matching.changeService({ after });
  matching.update();
  return matching;
}

/** How many pairs the index has found. */
export const pairsOf = ({ services }: ProjectMatching): number =>
  [...services.values()].reduce((sum, { pairs }) => sum + pairs.size, 0);

/**
 * How many pairs the nested loop finds.
 * @param nth only every nth Service, for a share of the time
 */
export function pairsOfNestedLoop({ services, vms, vmis, pods, endpointSlices = [] }: ExposedLists, nth = 1): number {
  const seen = seenVmsOf(vms, { instances: vmis, pods });
  let pairs = 0;
  for (let index = 0; index < services.length; index += nth) {
    const service = services[index];
    const own = service && slicesOf(service, endpointSlices);
    for (const vm of seen) if (service && concerns(service, vm, own)) pairs += 1;
  }
  return pairs;
}

/** How long some work takes, in milliseconds, and what it gives. */
export function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const begin = performance.now();
  const result = work();
  return { ms: performance.now() - begin, result };
}

/** The middle of some times, which what else the machine does hardly moves. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
