import { endpointsIn, endpointsOf, isKeptByHand, slicesOf, takesTraffic } from '../../k8s/endpoints';
import type { EndpointSlice, Service } from '../../k8s/objects';
import type { Step } from '../../steps/step';
import type { Situation } from '../situation';
import { fixService } from './remedies';

/** The slices of the Service that hold an endpoint of this VM. */
export const ownSlices = ({ service, vm, endpointSlices = [] }: Situation): EndpointSlice[] =>
  slicesOf(service, endpointSlices).filter((slice) => endpointsIn(slice, vm).length > 0);

/** Those by which connections get to the VM; all that hold it while it takes none. */
function servingSlices(situation: Situation): EndpointSlice[] {
  const own = ownSlices(situation);
  const serving = own.filter((slice) => endpointsIn(slice, situation.vm).some(takesTraffic));
  return serving.length > 0 ? serving : own;
}

const keptByHand = (situation: Situation): EndpointSlice[] => servingSlices(situation).filter(isKeptByHand);

/** True where a slice that is kept by hand sends connections to the VM: selector and readiness have no say in that. */
export const isServedByHand = (situation: Situation): boolean =>
  endpointsOf(situation.service, situation.vm, keptByHand(situation)).some(takesTraffic);

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

const numberIn = (slices: readonly EndpointSlice[], name = ''): number | undefined =>
  slices.flatMap(({ ports }) => ports ?? []).find((held) => held.port !== undefined && (held.name ?? '') === name)
    ?.port;

/**
 * The Service's ports that no slice of this VM has: the endpoint controller leaves out a named target port that no
 * container of the pod has.
 */
export function missingPorts(situation: Situation): ServicePort[] {
  const slices = servingSlices(situation);
  if (slices.length === 0) return [];
  return (situation.service.spec?.ports ?? []).filter(({ name }) => numberIn(slices, name) === undefined);
}

/**
 * Where a port of the Service ends at the VM: at the number in a slice that is kept by hand, whatever the
 * Service calls its target; else the target, which may be a name.
 */
export const targetAtVm = (situation: Situation, { name, port, targetPort }: ServicePort): number | string =>
  numberIn(keptByHand(situation), name) ?? targetPort ?? port;

/** The same as a number: a name has that of the VM's endpoints, undefined while they have none. */
export const numberAtVm = (situation: Situation, port: ServicePort): number | undefined =>
  Number(targetAtVm(situation, port)) || numberIn(servingSlices(situation), port.name);

/**
 * To which node a traffic policy Local sends connections: the one that the VM's endpoint names. A slice that is kept by
 * hand may leave it out, and then nobody who goes by that policy gets through.
 * @param isPartial whether others get through all the same
 * @returns of a finding the facts, with the node: '' while the VM has no endpoint and no node yet, undefined where its
 *   endpoints name none; and the grade where that blocks
 */
export function sentToNode({ service, vm, endpointSlices = [] }: Situation, isPartial: boolean) {
  const endpoints = endpointsOf(service, vm, endpointSlices).filter(takesTraffic);
  const running = vm.vmi?.status?.nodeName ?? '';
  const named = endpoints.length > 0 ? endpoints.flatMap(({ nodeName }) => nodeName ?? []) : [running];
  const node = named.includes(running) ? running : named[0];
  return { facts: { node }, ...(node === undefined && { grade: 'blocking' as const, isPartial }) };
}

/** The number of a named port in the VM's list of ports. */
const numberOf = ({ vm }: Situation, name: unknown): number | undefined =>
  (vm.vm.spec.template?.spec?.domain.devices.interfaces ?? [])
    .flatMap(({ ports }) => ports ?? [])
    .find((port) => port.name === name)?.port;

/**
 * Gives the ports that could not be resolved a number as target: that of the VM's own list, else the Service port's.
 */
export function numericTargets(situation: Situation): Step[] {
  const missing = missingPorts(situation);
  const ports = (situation.service.spec?.ports ?? []).map((port) =>
    missing.includes(port) ? { ...port, targetPort: numberOf(situation, port.targetPort) ?? port.port } : port,
  );
  return fixService(situation.service, { ports });
}
