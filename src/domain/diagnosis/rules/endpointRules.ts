import { addressesOf, endpointsOf, slicesOf, takesTraffic } from '../../k8s/endpoints';
import { labelsOf, nameOf } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { selects } from '../../labels/selector';
import { millisecondsOf } from '../../k8s/timestamp';
import type { NoFacts, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { missingPorts, numericTargets, ownSlices } from './endpointPorts';
import { showService, showSlices, showVmiField } from './lookCommands';
import { objectOf, podObject, sliceObject, vmiObject } from './selector/whereFound';

/** What is wrong with the endpoints of the VM. */
export interface EndpointFacts {
  /** the selected pod; fresh while the controllers have possibly not seen it yet */
  E1: { readonly pod: string; readonly isFresh: boolean };
  E2: NoFacts;
  /** the ports of the slices, and those of the Service that they lack */
  E3: {
    readonly present: readonly { readonly name: string; readonly port: number | undefined }[];
    readonly missing: readonly { readonly port: number; readonly target: string | number }[];
  };
  /** addresses of the endpoint that the VM does not have, and those that it has */
  E4: { readonly foreign: readonly string[]; readonly own: readonly string[] };
  E5: NoFacts;
  /** the address families of the pod, and those of the Service that it lacks */
  E6: { readonly podFamilies: readonly string[]; readonly missing: readonly string[] };
  /** the manager of the slice; '' for none */
  E7: { readonly managedBy: string };
}

/** How long the endpoint controllers take at most where they are well. */
const CONTROLLER_LAG_MS = 10_000;
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
/** Who keeps slices up to date by itself: Kubernetes, and OVN-Kubernetes for user-defined networks. */
const CONTROLLERS = new Set([
  'endpointslice-controller.k8s.io',
  'endpointslicemirroring-controller.k8s.io',
  'endpointslice-mirror-controller.k8s.ovn.org',
]);

const hasSelectedPod = ({ service, vm }: Situation): boolean => {
  const pod = livePod(vm);
  return pod !== undefined && selects(service.spec?.selector ?? {}, labelsOf(pod));
};

/** True while a pod is so new that the controllers have possibly not seen it yet; false when its age is unknown. */
function isFresh({ vm, now }: Situation): boolean {
  const ready = livePod(vm)?.status?.conditions?.find(({ type }) => type === 'Ready') as
    { lastTransitionTime?: string } | undefined;
  const since = millisecondsOf(ready?.lastTransitionTime ?? livePod(vm)?.metadata?.creationTimestamp);
  return now !== undefined && since !== undefined && now - since < CONTROLLER_LAG_MS;
}

const familyOf = (ip: string): string => (ip.includes(':') ? 'IPv6' : 'IPv4');

export const endpointRules: RulesOf<EndpointFacts> = [
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
            facts: { pod: nameOf(livePod(vm) ?? {}), isFresh: isFresh(situation) },
          }
        : undefined;
    },
    command: showSlices(),
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
            facts: {
              present: ownSlices(situation).flatMap(({ ports }) =>
                (ports ?? []).map(({ name = '', port }) => ({ name, port })),
              ),
              missing: missing.map(({ port, targetPort }) => ({ port, target: targetPort ?? port })),
            },
            isPartial: missing.length < (situation.service.spec?.ports ?? []).length,
          };
    },
    fix: numericTargets,
    command: showService('jsonpath={.spec.ports}'),
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
        ? { object: sliceObject(situation), field: 'endpoints[].conditions.ready', facts: {} }
        : undefined;
    },
    command: showSlices(),
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
            facts: { foreign, own: [...known] },
          }
        : undefined;
    },
    command: showSlices(),
  },
  {
    // the guest agent or the network may take a while to tell it; endpoints go by the pod
    code: 'E5',
    grade: 'info',
    hop: 'NIC',
    detect: (situation) => {
      const interfaces = liveVmi(situation.vm)?.status?.interfaces;
      return interfaces && !interfaces.some(({ ipAddress }) => ipAddress)
        ? { object: vmiObject(situation), field: 'status.interfaces[].ipAddress', facts: {} }
        : undefined;
    },
    command: showVmiField('.status.interfaces'),
  },
  {
    code: 'E6',
    grade: 'caveat',
    hop: 'EndpointSlice',
    reads: ['pods'],
    concerns: hasSelectedPod,
    detect: (situation) => {
      const { service, vm } = situation;
      const has = new Set((livePod(vm)?.status?.podIPs ?? []).map(({ ip }) => familyOf(ip ?? '')));
      const missing = (service.spec?.ipFamilies ?? []).filter((family) => has.size > 0 && !has.has(family));
      if (missing.length === 0) return undefined;
      const isNone = missing.length === (service.spec?.ipFamilies ?? []).length;
      return {
        ...(isNone ? { grade: 'blocks' as const } : {}),
        object: podObject(situation),
        field: 'status.podIPs',
        facts: { podFamilies: [...has], missing },
      };
    },
    command: showService('jsonpath={.spec.ipFamilies}'),
  },
  {
    // no controller updates it when the VM's address changes
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
            object: objectOf('EndpointSlice', nameOf(made)),
            field: `metadata.labels[${MANAGED_BY}]`,
            facts: { managedBy: labelsOf(made)[MANAGED_BY] ?? '' },
          }
        : undefined;
    },
    command: showSlices(),
  },
];
