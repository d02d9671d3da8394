import { entrancesTo } from '../../k8s/entrances';
import { VMI_ID_KEY } from '../../k8s/labelKeys';
import { oc } from '../../k8s/oc';
import { labelsAfterRestart } from '../../labels/podLabelForecast';
import { identitySelector } from '../../labels/identity';
import {
  allowedBlocks,
  allowingPolicy,
  portAdmission,
  type Admission,
  type OpenedSource,
  type PodPort,
  type PolicyTarget,
  type PortAdmission,
} from '../../network/networkPolicy';
import type { Step } from '../../steps/step';
import { labelsOf, labelValue, nameOf, type Labels } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import { traitsOf } from '../../k8s/exposedTypes';
import type { BlindSpotEntry, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf } from './lookCommands';
import { serviceObject } from './selector/whereFound';

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
  /** the address blocks that are allowed, while nodes may put their own address in place of the client's */
  K4: { readonly blocks: readonly string[]; readonly policies: readonly string[] };
}

/** What runs now, unless the plan restarts or starts the VM. */
const podOf = ({ vm, planned }: Situation) => (planned?.restarts ? undefined : livePod(vm));

/**
 * The labels that the policies will meet; a planned Service's selector will be on the pod, whichever way it gets there.
 * A VM that does not run yet gets its template's and those that KubeVirt sets. Of the label `vmi.kubevirt.io/id` it is
 * not known whether this KubeVirt sets it (1.7 and newer do): there are two possibilities then.
 */
function podLabels(situation: Situation): readonly Labels[] {
  const { service, vm, planned } = situation;
  const pod = podOf(situation);
  const own = pod ? labelsOf(pod) : labelsAfterRestart(vm.vm, vm.pods);
  const labels = planned ? { ...own, ...service.spec?.selector } : own;
  return pod || labelValue(labels, VMI_ID_KEY) !== undefined
    ? [labels]
    : [labels, { ...labels, [VMI_ID_KEY]: nameOf(vm.vm) }];
}

/** The ports by which names resolve: those of the pod, or of what KubeVirt makes of the template's interfaces. */
function containerPorts(situation: Situation): PolicyTarget['containerPorts'] {
  const pod = podOf(situation);
  if (pod) return (pod.spec?.containers ?? []).flatMap(({ ports }) => ports ?? []);
  const nics = situation.vm.vm.spec.template?.spec?.domain?.devices?.interfaces ?? [];
  return nics.flatMap(({ ports }) =>
    (ports ?? []).map(({ port: containerPort, ...listed }) => ({ ...listed, containerPort })),
  );
}

/** One pod for each possibility of its labels. */
const targetsOf = (situation: Situation): readonly PolicyTarget[] => {
  const { spec } = situation.service;
  const known = {
    containerPorts: containerPorts(situation),
    keepsClientAddress: traitsOf(situation.service).hasNodePorts && spec?.externalTrafficPolicy === 'Local',
  };
  return podLabels(situation).map((labels) => ({ ...known, labels }));
};

/**
 * The ports at the pod that the Service sends connections to; a named target port that the pod lacks is not judged
 * here. A headless Service without ports gives out the pod's address: any port counts.
 */
function portsOf({ service }: Situation, { containerPorts: own }: PolicyTarget): (PodPort | undefined)[] {
  const ports = service.spec?.ports ?? [];
  if (ports.length === 0) return [undefined];
  return ports.flatMap(({ port, targetPort, protocol = 'TCP' }) => {
    // int-or-string, whatever the client library's types say
    const wanted: number | string = targetPort ?? port;
    const number =
      typeof wanted === 'number'
        ? wanted
        : own.find(({ name, protocol: of = 'TCP' }) => name === wanted && of === protocol)?.containerPort;
    return number === undefined ? [] : [{ port: number, protocol }];
  });
}

/** What the policies allow on each port that the Service sends connections to, if the pod is that one. */
function admissionsAt(situation: Situation, target: PolicyTarget): PortAdmission[] {
  const { service, vm, networkPolicies, namespaceLabels } = situation;
  if (!networkPolicies || !traitsOf(service).selectsPods) return [];
  const namespace = { name: vm.vm.metadata?.namespace ?? '', labels: namespaceLabels };
  return portsOf(situation, target).map((port) => portAdmission(networkPolicies, namespace, target, port));
}

/** What the policies allow; undefined where that depends on a label of which it is not known whether it will be set. */
function admissionsOf(situation: Situation): PortAdmission[] | undefined {
  const [first = [], ...others] = targetsOf(situation).map((target) => admissionsAt(situation, target));
  const saidBy = (admissions: readonly PortAdmission[]) => JSON.stringify(admissions.map(({ sources }) => sources));
  return others.every((other) => saidBy(other) === saidBy(first)) ? first : undefined;
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
    grade: 'blocks',
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
        ...(blocked.length > 0 ? {} : { grade: 'caveat' }),
        object: { kind: 'NetworkPolicy', names: [...new Set(concerned.flatMap(({ policies }) => policies))] },
        field: blocked.length > 0 ? 'spec.ingress' : 'spec.ingress[].from',
        facts: { isForNobody: blocked.length > 0, ports: concerned.map(({ port }) => port), admissions: narrowed },
        isPartial: concerned.length < (situation.service.spec?.ports ?? []).length,
      };
    },
    // policies add up: one more allows what is blocked, and none of the others has to change
    fix: (situation) => (situation.planned ? [] : allowingSteps(situation)),
    command: listPolicies,
  },
  {
    // whether a policy sees an outside client's address or that of a node is up to the network plugin
    code: 'K4',
    grade: 'caveat',
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
