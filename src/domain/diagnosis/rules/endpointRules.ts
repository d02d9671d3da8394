import { endpointsOf, takesTraffic } from '../../k8s/endpoints';
import { traitsOf } from '../../k8s/exposedTypes';
import { labelsOf, nameOf } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { podNic } from '../../kubevirt/podNic';
import { selects } from '../../labels/selector';
import { podSince } from '../patience';
import type { NoFacts, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { missingPorts, numericTargets, ownSlices } from './endpointPorts';
import { showService, showSlices, showVmiField } from './lookCommands';
import { selectorOf } from './selector/selectorMatch';
import { podObject, sliceObject, vmiObject } from './selector/whereFound';

/** What is wrong with the endpoints of the VM. */
export interface EndpointFacts {
  /** the selected pod; fresh while the controllers have possibly not seen it yet */
  E1: { readonly pod: string; readonly isFresh: boolean };
  E2: NoFacts;
  /** the ports of the slices, and those of the Service that they lack; without a cluster IP only DNS needs them */
  E3: {
    readonly isHeadless: boolean;
    readonly present: readonly { readonly name: string; readonly port: number | undefined }[];
    readonly missing: readonly { readonly port: number; readonly target: string | number }[];
  };
  /** whether the guest agent reports the interface, without an address */
  E5: { readonly isFromAgent: boolean };
  /** the address families of the pod, and those of the Service that it lacks */
  E6: { readonly podFamilies: readonly string[]; readonly missing: readonly string[] };
}

/** How long the endpoint controllers take at most where they are well. */
const CONTROLLER_LAG_MS = 10_000;

const hasSelectedPod = (situation: Situation): boolean => {
  const pod = livePod(situation.vm);
  return pod !== undefined && selects(selectorOf(situation), labelsOf(pod));
};

/** True while a pod is so new that the controllers have possibly not seen it yet; false when its age is unknown. */
function isFresh(situation: Situation): boolean {
  const { now } = situation;
  const since = podSince(situation);
  return now !== undefined && since !== undefined && now - since < CONTROLLER_LAG_MS;
}

const familyOf = (ip: string): string => (ip.includes(':') ? 'IPv6' : 'IPv4');

export const endpointRules: RulesOf<EndpointFacts> = [
  {
    // before E1: for a pod without an address of its family the controllers make no endpoint
    code: 'E6',
    grade: 'limitation',
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
        ...(isNone ? { grade: 'blocking' as const } : {}),
        object: podObject(situation),
        field: 'status.podIPs',
        facts: { podFamilies: [...has], missing },
      };
    },
    command: showService('jsonpath={.spec.ipFamilies}'),
  },
  {
    code: 'E1',
    grade: 'blocking',
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
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const missing = missingPorts(situation);
      if (missing.length === 0) return undefined;
      const isHeadless = !traitsOf(situation.service).hasClusterIp;
      return {
        // DNS has the addresses all the same, and clients go straight to the guest's port
        ...(isHeadless ? { grade: 'limitation' } : {}),
        object: sliceObject(situation),
        field: 'ports',
        facts: {
          isHeadless,
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
    grade: 'blocking',
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
    // the guest agent or the network may take a while to tell it; endpoints go by the pod
    code: 'E5',
    grade: 'note',
    hop: 'NIC',
    detect: (situation) => {
      const vmi = liveVmi(situation.vm);
      const interfaces = vmi?.status?.interfaces ?? [];
      const nic = vmi && podNic(vmi.spec);
      const own = interfaces.find(({ name }) => name === nic?.name);
      const isFromAgent = own?.infoSource?.includes('guest-agent') === true && !own.ipAddress;
      return isFromAgent || (vmi?.status?.interfaces && !interfaces.some(({ ipAddress }) => ipAddress))
        ? {
            // an agent that sees the interface would see its address
            ...(isFromAgent ? { grade: 'limitation' } : {}),
            object: vmiObject(situation),
            field: 'status.interfaces[].ipAddress',
            facts: { isFromAgent },
          }
        : undefined;
    },
    command: showVmiField('.status.interfaces'),
  },
];
