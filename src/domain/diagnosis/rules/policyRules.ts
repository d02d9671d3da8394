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
import { namespaceOf, labelsOf, nameOf, type Labels } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import type { Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

/** The labels that the policies will meet; a planned Service's selector will be on the pod, whichever way it gets there. */
const podLabels = ({ service, vm, planned }: Situation): Labels => {
  const pod = planned?.restarts ? undefined : livePod(vm);
  const own = pod ? labelsOf(pod) : labelLayers(vm).template;
  return planned ? { ...own, ...service.spec?.selector } : own;
};

/** What the policies let in on each port that the Service leads to; a named target port that the pod lacks is not judged here. */
function admissionsOf(situation: Situation): PortAdmission[] {
  const { service, vm, networkPolicies, namespaceLabels } = situation;
  if (!networkPolicies || service.spec?.type === 'ExternalName') return [];
  const containerPorts = (livePod(vm)?.spec?.containers ?? []).flatMap(({ ports }) => ports ?? []);
  const target = { labels: podLabels(situation), containerPorts };
  const namespace = { name: namespaceOf(vm.vm), labels: namespaceLabels };
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
/** True when nobody at all is let in. */
const isShut = (admission: PortAdmission): boolean => !admits(admission, (said) => said !== 'blocked');
const portText = ({ port }: PortAdmission): string => `${port.port}/${port.protocol}`;

/** A source that is shut out, and from which ports. */
interface Shut {
  readonly source: PolicySource;
  readonly ports: readonly PodPort[];
}

/**
 * Who is shut out but meant to get in: the router where a Route leads to the Service, the outside where its type is for it.
 * The project itself only where nobody gets in: that others do may be just what somebody wanted.
 */
function shutSources(situation: Situation): Shut[] {
  const { service, routes = [] } = situation;
  const admissions = admissionsOf(situation);
  const isLedTo = routes.some(({ spec }) => spec.to.kind === 'Service' && spec.to.name === nameOf(service));
  const isFromOutside = service.spec?.type === 'NodePort' || service.spec?.type === 'LoadBalancer';
  const shutFrom = (source: PolicySource): Shut => ({
    source,
    ports: admissions.filter(({ sources }) => sources[source] === 'blocked').map(({ port }) => port),
  });
  const found: Shut[] = [
    { source: 'same-namespace', ports: admissions.filter(isShut).map(({ port }) => port) },
    ...(isLedTo ? [shutFrom('router')] : []),
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

/** The policies that let in who is shut out, for this VM alone: one for each set of ports, so that nobody gets to more than is shut. */
function allowingSteps(situation: Situation): Step[] {
  const { service, vm, networkPolicies = [] } = situation;
  const selector = identitySelector(vm);
  if (!selector) return [];
  const shut = shutSources(situation);
  const taken = new Set(networkPolicies.map(nameOf));
  return [...new Map(shut.map(({ ports }) => [textOf(ports), ports])).values()].map((ports): Step => {
    const name = freeName(`allow-${nameOf(service)}`, taken);
    taken.add(name);
    const sources = shut.filter((other) => textOf(other.ports) === textOf(ports)).map(({ source }) => source);
    const object = allowingPolicy({ name, namespace: namespaceOf(vm.vm) }, selector, ports, sources);
    return { id: `policy/${name}`, kind: 'create', object };
  });
}

export const policyRules: readonly Rule[] = [
  {
    // only a block when nobody at all gets in; else it hangs on who the client is
    code: 'K1',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods', 'networkPolicies'],
    detect: (situation) => {
      const admissions = admissionsOf(situation);
      const shut = admissions.filter(isShut);
      const narrowed = admissions.filter((admission) => admits(admission, (said) => said !== 'allowed'));
      const concerned = shut.length > 0 ? shut : narrowed;
      if (concerned.length === 0) return undefined;
      return {
        ...(shut.length > 0 ? {} : { grade: 'caveat' }),
        object: { kind: 'NetworkPolicy', name: [...new Set(concerned.flatMap(({ policies }) => policies))].join(', ') },
        field: shut.length > 0 ? 'spec.ingress' : 'spec.ingress[].from',
        actual: '',
        needed: concerned.map(portText).join(', '),
        isPartial: concerned.length < (situation.service.spec?.ports ?? []).length,
        admissions: narrowed,
      };
    },
    // policies add up: one more lets in what is shut, and none of the others has to change
    fix: (situation) => (situation.planned ? [] : allowingSteps(situation)),
    command: ({ vm }) => oc.list('networkpolicies', namespaceOf(vm.vm), '-o', 'yaml'),
  },
];
