import { labelLayers } from '../labelLayers';
import { identitySelector } from '../draft';
import { allowingPolicy, portAdmission, type Admission, type PortAdmission } from '../networkPolicy';
import { POLICY_SOURCES } from '../policySource';
import { commandOf } from './remedies';
import { labelsOf, nameOf, type Labels } from '../objects';
import { livePod } from '../seen';
import type { Rule, Situation } from './rule';

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
  const namespace = { name: vm.vm.metadata?.namespace ?? '', labels: namespaceLabels };
  return (service.spec?.ports ?? []).flatMap(({ port, targetPort, protocol = 'TCP' }) => {
    // int-or-string, whatever the client library's types say
    const wanted: number | string = targetPort ?? port;
    const number = typeof wanted === 'number' ? wanted : containerPorts.find((own) => own.name === wanted && (own.protocol ?? 'TCP') === protocol)?.containerPort;
    return number === undefined ? [] : [portAdmission(networkPolicies, namespace, target, { port: number, protocol })];
  });
}

const admits = ({ sources }: PortAdmission, isSaid: (admission: Admission) => boolean): boolean => Object.values(sources).some(isSaid);
const portText = ({ port }: PortAdmission): string => `${port.port}/${port.protocol}`;

export const policyRules: readonly Rule[] = [
  {
    // only a block when nobody at all gets in; else it hangs on who the client is
    code: 'K1', grade: 'blocks', hop: 'Pod', reads: ['pods', 'networkPolicies'],
    detect: (situation) => {
      const admissions = admissionsOf(situation);
      const shut = admissions.filter((admission) => !admits(admission, (said) => said !== 'blocked'));
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
    fix: (situation) => {
      const { service, vm, planned } = situation;
      const shut = admissionsOf(situation).filter((admission) => !admits(admission, (said) => said !== 'blocked'));
      const selector = identitySelector(vm);
      if (!selector || planned || shut.length === 0) return [];
      const isFromOutside = (service.spec?.type ?? 'ClusterIP') !== 'ClusterIP';
      const hasRoute = (situation.routes ?? []).some(({ spec }) => spec.to.name === nameOf(service));
      const sources = POLICY_SOURCES.filter((source) => source === 'same-namespace' || (source === 'router' && hasRoute) || (source === 'outside' && isFromOutside));
      const object = allowingPolicy({ name: `allow-${nameOf(service)}`, namespace: vm.vm.metadata?.namespace ?? '' }, selector, shut.map(({ port }) => port), sources);
      return (situation.networkPolicies ?? []).some((policy) => nameOf(policy) === nameOf(object)) ? [] : [{ id: `policy/${nameOf(object)}`, kind: 'create', object }];
    },
    command: ({ vm }) => commandOf('oc', 'get', 'networkpolicies', '-n', vm.vm.metadata?.namespace ?? '', '-o', 'yaml'),
  },
];
