/**
 * What the API server keeps of a Service that an update does not name, and what it drops where a type has no use for
 * it.
 */
import {
  allocatesNodePorts,
  hasNodePorts,
  hasSameAddresses,
  type HeldSpec,
  isAlias,
  isLoadBalancer,
  isReachedFromOutside,
  isSameList,
  needsHealthCheck,
} from './heldSpec';

const numbersOf = ({ ports = [] }: HeldSpec): number[] => ports.flatMap(({ nodePort }) => nodePort || []);

/** Given values that the update leaves out stay as they are; ports are known by their names. */
export function keepGiven(after: HeldSpec, before: HeldSpec): void {
  if (!isAlias(before) && !isAlias(after)) {
    if (before.clusterIP && !after.clusterIP) after.clusterIP = before.clusterIP;
    if ((before.clusterIPs ?? []).length > 0 && (after.clusterIPs ?? []).length === 0)
      after.clusterIPs = before.clusterIPs ?? [];
  }
  if (allocatesNodePorts(before) && allocatesNodePorts(after)) {
    const old = numbersOf(before);
    const stay = new Set(numbersOf(after).filter((port) => old.includes(port)));
    const byName = new Map((before.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]));
    after.ports = (after.ports ?? []).map((port) => {
      const nodePort = byName.get(port.name ?? '');
      return port.nodePort || !nodePort || stay.has(nodePort) ? port : { ...port, nodePort };
    });
  }
  if (needsHealthCheck(before) && needsHealthCheck(after) && before.healthCheckNodePort)
    after.healthCheckNodePort ||= before.healthCheckNodePort;
}

/** `clusterIP` and `clusterIPs` say the same, whichever of them a client has written. */
export function alignAddresses(after: HeldSpec, before: HeldSpec | undefined): void {
  const { clusterIP = '' } = after;
  if (!before) {
    if (clusterIP !== '' && (after.clusterIPs ?? []).length === 0) after.clusterIPs = [clusterIP];
    return;
  }
  if ((after.clusterIPs ?? []).length === 0 && clusterIP === (before.clusterIP ?? '') && before.clusterIPs)
    after.clusterIPs = before.clusterIPs;
  const isOnlySingularChanged =
    clusterIP !== (before.clusterIP ?? '') && isSameList(before.clusterIPs, after.clusterIPs);
  if (!isOnlySingularChanged) return;
  if (clusterIP === '') delete after.clusterIPs;
  else after.clusterIPs = [clusterIP];
}

/** Values that an update has not changed and that the new type may not have are dropped. */
export function dropUnfit(after: HeldSpec, before: HeldSpec): void {
  if (!isAlias(before) && isAlias(after)) {
    if (hasSameAddresses(before, after)) {
      delete after.clusterIP;
      delete after.clusterIPs;
    }
    if (isSameList(before.ipFamilies, after.ipFamilies)) delete after.ipFamilies;
    if (before.ipFamilyPolicy === after.ipFamilyPolicy) delete after.ipFamilyPolicy;
  }
  if (
    hasNodePorts(before) &&
    !hasNodePorts(after) &&
    numbersOf(after).every((port) => numbersOf(before).includes(port))
  )
    for (const port of after.ports ?? []) delete port.nodePort;
  const drop = (field: keyof HeldSpec, had: boolean, has: boolean): void => {
    if (had && !has && before[field] === after[field]) delete after[field];
  };
  drop('healthCheckNodePort', needsHealthCheck(before), needsHealthCheck(after));
  drop('allocateLoadBalancerNodePorts', isLoadBalancer(before), isLoadBalancer(after));
  drop('loadBalancerClass', isLoadBalancer(before), isLoadBalancer(after));
  drop('externalTrafficPolicy', isReachedFromOutside(before), isReachedFromOutside(after));
}
