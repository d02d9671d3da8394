import { addressesOf, endpointsIn, endpointsOf, slicesOf, takesTraffic } from '../../k8s/endpoints';
import { refOf, namespaceOf, labelsOf, nameOf, type EndpointSlice } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { selects } from '../../labels/selector';
import type { Step } from '../../steps/step';
import { millisecondsOf } from '../../k8s/timestamp';
import { fixService } from './remedies';
import type { Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

/** How long the endpoint controllers take at most where they are well. */
const CONTROLLER_LAG_MS = 10_000;
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
/** Who keeps slices up to date by itself: Kubernetes, and OVN-Kubernetes for user-defined networks. */
const CONTROLLERS = new Set([
  'endpointslice-controller.k8s.io',
  'endpointslicemirroring-controller.k8s.io',
  'endpointslice-mirror-controller.k8s.ovn.org',
]);

/** The first of the Service's slices, whose names end in letters of chance; no name where there is none. */
const sliceObject = ({ service, endpointSlices = [] }: Situation): Finding['object'] => ({
  kind: 'EndpointSlice',
  name: nameOf(slicesOf(service, endpointSlices)[0] ?? {}),
});
const slicesCommand = ({ service }: Situation): string =>
  oc.list('endpointslices', namespaceOf(service), '-l', `kubernetes.io/service-name=${nameOf(service)}`, '-o', 'yaml');

const hasSelectedPod = ({ service, vm }: Situation): boolean => {
  const pod = livePod(vm);
  return pod !== undefined && selects(service.spec?.selector ?? {}, labelsOf(pod));
};

/** True while a pod is so new that the controllers may not have come to it; false where the time is not known. */
function isFresh({ vm, now }: Situation): boolean {
  const ready = livePod(vm)?.status?.conditions?.find(({ type }) => type === 'Ready') as
    { lastTransitionTime?: string } | undefined;
  const since = millisecondsOf(ready?.lastTransitionTime ?? livePod(vm)?.metadata?.creationTimestamp);
  return now !== undefined && since !== undefined && now - since < CONTROLLER_LAG_MS;
}

/** The slices of the Service that hold an endpoint of this VM. */
const ownSlices = ({ service, vm, endpointSlices = [] }: Situation): EndpointSlice[] =>
  slicesOf(service, endpointSlices).filter((slice) => endpointsIn(slice, vm).length > 0);

/** The Service's ports that no slice of this VM has: a named target port that no container of the pod has is left out there. */
function missingPorts(situation: Situation) {
  const slices = ownSlices(situation);
  if (slices.length === 0) return [];
  const there = new Set(
    slices.flatMap(({ ports }) => (ports ?? []).filter(({ port }) => port !== undefined).map(({ name }) => name ?? '')),
  );
  return (situation.service.spec?.ports ?? []).filter(({ name }) => !there.has(name ?? ''));
}

/** The number that the VM's own list of ports gives a name. */
const numberOf = ({ vm }: Situation, name: unknown): number | undefined =>
  (vm.vm.spec.template?.spec?.domain.devices.interfaces ?? [])
    .flatMap(({ ports }) => ports ?? [])
    .find((port) => port.name === name)?.port;

/** Gives the ports that could not be resolved a number as target: that of the VM's own list, else the Service port's. */
function numericTargets(situation: Situation): Step[] {
  const missing = new Set(missingPorts(situation).map(({ name, port }) => name ?? String(port)));
  const ports = (situation.service.spec?.ports ?? []).map((port) =>
    missing.has(port.name ?? String(port.port))
      ? { ...port, targetPort: numberOf(situation, port.targetPort) ?? port.port }
      : port,
  );
  return fixService(situation.service, { ports });
}

const familyOf = (ip: string): string => (ip.includes(':') ? 'IPv6' : 'IPv4');

export const endpointRules: readonly Rule[] = [
  {
    code: 'E1',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const { service, vm, endpointSlices } = situation;
      return endpointSlices && hasSelectedPod(situation) && endpointsOf(service, vm, endpointSlices).length === 0
        ? {
            object: sliceObject(situation),
            field: 'endpoints',
            actual: isFresh(situation) ? 'fresh' : '',
            needed: nameOf(livePod(vm) ?? {}),
          }
        : undefined;
    },
    command: slicesCommand,
  },
  {
    code: 'E3',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const missing = missingPorts(situation);
      return missing.length === 0
        ? undefined
        : {
            object: sliceObject(situation),
            field: 'ports',
            actual: ownSlices(situation)
              .flatMap(({ ports }) => (ports ?? []).map(({ name, port }) => `${name ?? ''}:${port ?? ''}`))
              .join(', '),
            needed: missing.map(({ port, targetPort }) => `${port} → ${String(targetPort ?? port)}`).join(', '),
            isPartial: missing.length < (situation.service.spec?.ports ?? []).length,
          };
    },
    fix: numericTargets,
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.spec.ports}'),
  },
  {
    code: 'E2',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const { service, vm, endpointSlices } = situation;
      const own = endpointSlices ? endpointsOf(service, vm, endpointSlices) : [];
      return own.length > 0 && !own.some(takesTraffic)
        ? { object: sliceObject(situation), field: 'endpoints[].conditions.ready', actual: 'false', needed: 'true' }
        : undefined;
    },
    command: slicesCommand,
  },
  {
    // a hand-made or stale slice that names the pod but holds another address
    code: 'E4',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const { service, vm, endpointSlices } = situation;
      if (!endpointSlices) return undefined;
      const known = addressesOf(vm);
      const own = endpointsOf(service, vm, slicesOf(service, endpointSlices)).flatMap(({ addresses }) => addresses);
      const foreign = own.filter((address) => !known.has(address));
      return known.size > 0 && own.length > 0 && foreign.length === own.length
        ? {
            object: sliceObject(situation),
            field: 'endpoints[].addresses',
            actual: foreign.join(', '),
            needed: [...known].join(', '),
          }
        : undefined;
    },
    command: slicesCommand,
  },
  {
    // the guest agent or the network may take a while to tell it; endpoints go by the pod
    code: 'E5',
    grade: 'info',
    hop: 'NIC',
    detect: ({ vm }) => {
      const interfaces = liveVmi(vm)?.status?.interfaces;
      return interfaces && !interfaces.some(({ ipAddress }) => ipAddress)
        ? {
            object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) },
            field: 'status.interfaces[].ipAddress',
            actual: '',
            needed: '',
          }
        : undefined;
    },
    command: ({ vm }) => oc.get(refOf('VirtualMachineInstance', vm.vm), '-o', 'jsonpath={.status.interfaces}'),
  },
  {
    code: 'E6',
    grade: 'caveat',
    hop: 'EndpointSlice',
    reads: ['pods'],
    concerns: hasSelectedPod,
    detect: ({ service, vm }) => {
      const pod = livePod(vm);
      const has = new Set((pod?.status?.podIPs ?? []).map(({ ip }) => familyOf(ip ?? '')));
      const lacking = (service.spec?.ipFamilies ?? []).filter((family) => has.size > 0 && !has.has(family));
      if (lacking.length === 0) return undefined;
      const isNone = lacking.length === (service.spec?.ipFamilies ?? []).length;
      return {
        ...(isNone ? { grade: 'blocks' as const } : {}),
        object: { kind: 'Pod', name: nameOf(pod ?? {}) },
        field: 'status.podIPs',
        actual: [...has].join(', '),
        needed: lacking.join(', '),
      };
    },
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.spec.ipFamilies}'),
  },
  {
    // nobody changes it when the VM's address does
    code: 'E7',
    grade: 'caveat',
    hop: 'EndpointSlice',
    reads: ['endpointSlices'],
    detect: (situation) => {
      const made = slicesOf(situation.service, situation.endpointSlices ?? []).find(
        (slice) => !CONTROLLERS.has(labelsOf(slice)[MANAGED_BY] ?? ''),
      );
      return made
        ? {
            object: { kind: 'EndpointSlice', name: nameOf(made) },
            field: `metadata.labels[${MANAGED_BY}]`,
            actual: labelsOf(made)[MANAGED_BY] ?? '',
            needed: 'endpointslice-controller.k8s.io',
          }
        : undefined;
    },
    command: slicesCommand,
  },
];
