import { oc } from '../../k8s/oc';
import { labelLayers } from '../../labels/labelLayers';
import { identitySelector } from '../../labels/identity';
import {
  allowingPolicy,
  portAdmission,
  type Admission,
  type PodPort,
  type PortAdmission,
} from '../../network/networkPolicy';
import type { PolicySource } from '../../network/policySource';
import type { Step } from '../../steps/step';
import { labelsOf, nameOf, type Labels } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import { traitsOf } from '../../k8s/exposedTypes';
import type { BlindSpotEntry, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf } from './lookCommands';

export interface PolicyFacts {
  /**
   * the ports that no client is allowed on, or else not every client; and which clients each blocked or limited port
   * allows
   */
  K1: {
    readonly isForNobody: boolean;
    readonly ports: readonly PodPort[];
    readonly admissions: readonly PortAdmission[];
  };
}

/**
 * The labels that the policies will meet; a planned Service's selector will be on the pod, whichever way it gets there.
 */
const podLabels = ({ service, vm, planned }: Situation): Labels => {
  const pod = planned?.restarts ? undefined : livePod(vm);
  const own = pod ? labelsOf(pod) : labelLayers(vm).template;
  return planned ? { ...own, ...service.spec?.selector } : own;
};

/**
 * What the policies allow on each port that the Service sends connections to; a named target port that the pod lacks
 * is not judged here.
 */
function admissionsOf(situation: Situation): PortAdmission[] {
  const { service, vm, networkPolicies, namespaceLabels } = situation;
  if (!networkPolicies || !traitsOf(service).selectsPods) return [];
  const containerPorts = (livePod(vm)?.spec?.containers ?? []).flatMap(({ ports }) => ports ?? []);
  const target = { labels: podLabels(situation), containerPorts };
  const namespace = { name: vm.vm.metadata?.namespace ?? '', labels: namespaceLabels };
  return (service.spec?.ports ?? []).flatMap(({ port, targetPort, protocol = 'TCP' }) => {
    // int-or-string, whatever the client library's types say
    const wanted: number | string = targetPort ?? port;
    const number =
      typeof wanted === 'number'
        ? wanted
        : containerPorts.find((own) => own.name === wanted && (own.protocol ?? 'TCP') === protocol)?.containerPort;
    return number === undefined ? [] : [portAdmission(networkPolicies, namespace, target, { port: number, protocol })];
  });
}

const admits = ({ sources }: PortAdmission, isSaid: (admission: Admission) => boolean): boolean =>
  Object.values(sources).some(isSaid);
/** True when no source at all is allowed. */
const isBlocked = (admission: PortAdmission): boolean => !admits(admission, (said) => said !== 'blocked');

/** A source that is blocked, and on which ports. */
interface Shut {
  readonly source: PolicySource;
  readonly ports: readonly PodPort[];
}

/**
 * Who is blocked although the Service is for them: the router where a Route points to the Service, the outside where
 * the type is for it. The project itself only when no client is allowed: limited access can be intended.
 */
function blockedSources(situation: Situation): Shut[] {
  const { service, routes = [] } = situation;
  const admissions = admissionsOf(situation);
  const hasRoute = routes.some(({ spec }) => spec.to.kind === 'Service' && spec.to.name === nameOf(service));
  const isFromOutside = traitsOf(service).hasNodePorts;
  const shutFrom = (source: PolicySource): Shut => ({
    source,
    ports: admissions.filter(({ sources }) => sources[source] === 'blocked').map(({ port }) => port),
  });
  const found: Shut[] = [
    { source: 'same-namespace', ports: admissions.filter(isBlocked).map(({ port }) => port) },
    ...(hasRoute ? [shutFrom('router')] : []),
    ...(isFromOutside ? [shutFrom('outside')] : []),
  ];
  return found.filter(({ ports }) => ports.length > 0);
}

const textOf = (ports: readonly PodPort[]): string => JSON.stringify(ports);

/** The first of `name`, `name-2` and so on that is not taken. */
const freeName = (name: string, taken: ReadonlySet<string>, count = 1): string => {
  const candidate = count === 1 ? name : `${name}-${count}`;
  return taken.has(candidate) ? freeName(name, taken, count + 1) : candidate;
};

/**
 * The policies that allow what is blocked, for this VM alone: one for each set of ports, so that no more is opened than
 * was blocked.
 */
function allowingSteps(situation: Situation): Step[] {
  const { service, vm, networkPolicies = [] } = situation;
  const selector = identitySelector(vm);
  if (!selector) return [];
  const blocked = blockedSources(situation);
  const taken = new Set(networkPolicies.map(nameOf));
  return [...new Map(blocked.map(({ ports }) => [textOf(ports), ports])).values()].map((ports): Step => {
    const name = freeName(`allow-${nameOf(service)}`, taken);
    taken.add(name);
    const sources = blocked.filter((other) => textOf(other.ports) === textOf(ports)).map(({ source }) => source);
    const object = allowingPolicy({ name, namespace: vm.vm.metadata?.namespace ?? '' }, selector, ports, sources);
    return { id: `policy/${name}`, kind: 'create', object };
  });
}

export const policyRules: RulesOf<PolicyFacts> = [
  {
    // it blocks only when no client is allowed; otherwise it depends on the client
    code: 'K1',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods', 'networkPolicies'],
    detect: (situation) => {
      const admissions = admissionsOf(situation);
      const blocked = admissions.filter(isBlocked);
      const narrowed = admissions.filter((admission) => admits(admission, (said) => said !== 'allowed'));
      const concerned = blocked.length > 0 ? blocked : narrowed;
      if (concerned.length === 0) return undefined;
      return {
        ...(blocked.length > 0 ? {} : { grade: 'caveat' }),
        object: { kind: 'NetworkPolicy', names: [...new Set(concerned.flatMap(({ policies }) => policies))] },
        field: blocked.length > 0 ? 'spec.ingress' : 'spec.ingress[].from',
        facts: { isForNobody: blocked.length > 0, ports: concerned.map(({ port }) => port), admissions: narrowed },
        isPartial: concerned.length < (situation.service.spec?.ports ?? []).length,
      };
    },
    // policies add up: one more allows what is blocked, and none of the others has to change
    fix: (situation) => (situation.planned ? [] : allowingSteps(situation)),
    command: (situation) => oc.list('networkpolicies', namespaceOf(situation), '-o', 'yaml'),
  },
];

/** Policies that the text of the project's own NetworkPolicies does not tell of. */
export type PolicyBlindSpot = 'K2' | 'K3';

export const policyBlindSpots: readonly (BlindSpotEntry<PolicyBlindSpot> & { readonly family: 'policy' })[] = [
  // only an administrator may read them; where the APIs are not known, there may be some
  {
    code: 'K2',
    family: 'policy',
    hop: 'Pod',
    leavesHopOpen: true,
    concerns: ({ hasOtherPolicyApi }) => hasOtherPolicyApi !== false,
  },
  // what the client's own side allows out (egress policies, firewalls) is not seen from here
  {
    code: 'K3',
    family: 'policy',
    hop: 'client',
    leavesHopOpen: false,
    concerns: ({ service }) => traitsOf(service).selectsPods,
  },
];
