import { entrancesTo } from '../../k8s/entrances';
import { oc } from '../../k8s/oc';
import { identitySelector } from '../../labels/identity';
import {
  allowedBlocks,
  allowingPolicy,
  type Admission,
  type OpenedSource,
  type PodPort,
  type PortAdmission,
} from '../../network/networkPolicy';
import { foundPolicies, unreadKinds, type OtherPolicies } from '../../network/otherPolicies';
import type { Step } from '../../steps/step';
import { nameOf } from '../../k8s/objects';
import { traitsOf } from '../../k8s/exposedTypes';
import type { BlindSpotEntry, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf } from './lookCommands';
import { admissionsOf, targetsOf } from './policyAdmissions';
import { podObject, serviceObject } from './selector/whereFound';

export interface PolicyFacts {
  /**
   * the ports that no client is allowed on, or else not every client; and which clients each blocked or limited port
   * allows. No port stands for any: the Service has none.
   */
  K1: {
    readonly isForNobody: boolean;
    readonly ports: readonly (PodPort | undefined)[];
    readonly admissions: readonly PortAdmission[];
  };
  /** policies of kinds that are not evaluated; which of them select the pod was not looked at */
  K5: { readonly policies: readonly OtherPolicies[] };
  /** the address blocks that are allowed, while nodes may put their own address in place of the client's */
  K4: { readonly blocks: readonly string[]; readonly policies: readonly string[] };
}

const admits = ({ sources }: PortAdmission, isSaid: (admission: Admission) => boolean): boolean =>
  Object.values(sources).some(isSaid);
/** True when no source at all is allowed. */
const isBlocked = (admission: PortAdmission): boolean => !admits(admission, (said) => said !== 'blocked');

/** A source that is blocked, and on which ports. */
interface Shut {
  readonly source: OpenedSource;
  readonly ports: readonly PodPort[];
}

/** True where OpenShift's router sends the Service traffic: by a Route, or by an Ingress, of which it makes Routes. */
const isForRouter = ({ service, routes, ingresses }: Situation): boolean =>
  entrancesTo(service, routes, ingresses).some(({ isByRouter }) => isByRouter);

/**
 * Who is blocked although the Service is for them: the router where a Route points to the Service, the outside where
 * the type is for it. The project itself only when no client is allowed: limited access can be intended. Which port to
 * open for a Service without ports is not known.
 */
function blockedSources(situation: Situation): Shut[] {
  const admissions = admissionsOf(situation) ?? [];
  const isFromOutside = traitsOf(situation.service).hasNodePorts;
  const portsWhere = (is: (admission: PortAdmission) => boolean) =>
    admissions.filter(is).flatMap(({ port }) => port ?? []);
  const shutFrom = (source: OpenedSource): Shut => ({
    source,
    ports: portsWhere(({ sources }) => sources[source] === 'blocked'),
  });
  const found: Shut[] = [
    { source: 'same-namespace', ports: portsWhere(isBlocked) },
    ...(isForRouter(situation) ? [shutFrom('router')] : []),
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

const listPolicies = (situation: Situation): string => oc.list('networkpolicies', namespaceOf(situation), '-o', 'yaml');

export const policyRules: RulesOf<PolicyFacts> = [
  {
    // it blocks only when no client is allowed; otherwise it depends on the client
    code: 'K1',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods', 'networkPolicies'],
    detect: (situation) => {
      const admissions = admissionsOf(situation);
      // which pods the policies select is told by no pod yet
      if (!admissions) return { undecidedBy: ['pods'] };
      const blocked = admissions.filter(isBlocked);
      const narrowed = admissions.filter((admission) => admits(admission, (said) => said !== 'allowed'));
      const concerned = blocked.length > 0 ? blocked : narrowed;
      if (concerned.length === 0) return undefined;
      return {
        ...(blocked.length > 0 ? {} : { grade: 'limitation' }),
        object: { kind: 'NetworkPolicy', names: [...new Set(concerned.flatMap(({ policies }) => policies))] },
        field: blocked.length > 0 ? 'spec.ingress' : 'spec.ingress[].from',
        facts: { isForNobody: blocked.length > 0, ports: concerned.map(({ port }) => port), admissions: narrowed },
        isPartial: concerned.length < (situation.service.spec?.ports ?? []).length,
      };
    },
    // policies add up: one more allows what is blocked, and none of the others has to change
    fix: allowingSteps,
    command: listPolicies,
  },
  {
    // whether a policy sees an outside client's address or that of a node is up to the network plugin
    code: 'K4',
    grade: 'limitation',
    hop: 'Pod',
    reads: ['pods', 'networkPolicies'],
    concerns: ({ service }) => traitsOf(service).hasNodePorts && service.spec?.externalTrafficPolicy !== 'Local',
    detect: (situation) => {
      const { networkPolicies = [] } = situation;
      const [target] = targetsOf(situation);
      const narrowed = (admissionsOf(situation) ?? []).filter(({ sources }) => sources.outside === 'some');
      const blocks = narrowed.flatMap(({ port }) => (target ? allowedBlocks(networkPolicies, target, port) : []));
      return blocks.length > 0
        ? {
            object: serviceObject(situation),
            field: 'spec.externalTrafficPolicy',
            facts: {
              blocks: [...new Set(blocks)],
              policies: [...new Set(narrowed.flatMap(({ policies }) => policies))],
            },
          }
        : undefined;
    },
    command: listPolicies,
  },
  {
    // those that were not read are told by K2
    code: 'K5',
    grade: 'limitation',
    hop: 'Pod',
    concerns: ({ service }) => traitsOf(service).selectsPods,
    detect: (situation) => {
      const policies = foundPolicies(situation.otherPolicies);
      return policies.length > 0
        ? { object: podObject(situation), field: 'metadata.labels', facts: { policies } }
        : undefined;
    },
    command: (situation) =>
      oc.list(
        foundPolicies(situation.otherPolicies)
          .map(({ resource }) => resource)
          .join(),
        namespaceOf(situation),
        '-o',
        'yaml',
      ),
  },
];

/** Policies that the text of the project's own NetworkPolicies does not tell of. */
export type PolicyBlindSpot = 'K2' | 'K3';

export const policyBlindSpots: readonly (BlindSpotEntry<PolicyBlindSpot> & { readonly family: 'policy' })[] = [
  // most of them only an administrator may read; where the APIs are not known, there may be some
  {
    code: 'K2',
    family: 'policy',
    hop: 'Pod',
    leavesHopOpen: true,
    concerns: ({ service, otherPolicies }) => traitsOf(service).selectsPods && unreadKinds(otherPolicies)?.length !== 0,
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
