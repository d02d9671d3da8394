import { shellWords } from '../../k8s/shellQuote';
import { namespaceOf, nameOf, type ResourceQuota } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import type { Detected, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

const hasNodePorts = ({ service }: Situation): boolean => (service.spec?.ports ?? []).some(({ nodePort }) => nodePort);
const isOutside = ({ service }: Situation): boolean => ['NodePort', 'LoadBalancer'].includes(service.spec?.type ?? '');
/** What a quota counts of a Service from outside; a load balancer has node ports, too, unless it gives them up and names none. */
function countedBy(situation: Situation): readonly string[] {
  const { spec } = situation.service;
  if (spec?.type !== 'LoadBalancer') return ['services.nodeports'];
  return [
    'services.loadbalancers',
    ...(spec.allocateLoadBalancerNodePorts === false && !hasNodePorts(situation) ? [] : ['services.nodeports']),
  ];
}
const isUsedUp = ({ status, spec }: ResourceQuota, counted: string): boolean => {
  const hard = status?.hard?.[counted] ?? spec?.hard?.[counted];
  return hard !== undefined && Number(status?.used?.[counted] ?? 0) >= Number(hard);
};
const quotaCommand = ({ service }: Situation): string =>
  shellWords('oc', 'describe', 'resourcequota', '-n', namespaceOf(service));

/** Node ports, and what admission says of a Service that wants them. */
export const nodePortRules: readonly Rule[] = [
  {
    // of a Service that is only wanted the API server's own answer to a dry run; of one that is there what a quota has no more room for
    code: 'O2',
    grade: 'blocks',
    hop: 'Service',
    concerns: (situation) => situation.refusal?.code === 403 || isOutside(situation),
    detect: (situation): Detected => {
      const { service, refusal, quotas } = situation;
      if (refusal?.code === 403)
        return {
          object: { kind: 'Service', name: nameOf(service) },
          field: 'spec.type',
          actual: refusal.message,
          needed: 'ClusterIP',
        };
      if (!quotas) return 'not-checked';
      const full = quotas.find((quota) => countedBy(situation).some((counted) => isUsedUp(quota, counted)));
      return (
        full && {
          grade: 'info',
          object: { kind: 'ResourceQuota', name: nameOf(full) },
          field: 'spec.hard',
          actual: countedBy(situation)
            .filter((counted) => isUsedUp(full, counted))
            .join(', '),
          needed: '',
        }
      );
    },
    command: quotaCommand,
  },
  {
    code: 'O3',
    grade: 'blocks',
    hop: 'Service',
    concerns: ({ refusal }) => refusal?.code === 422 && refusal.message.includes('nodePort'),
    detect: ({ service, refusal }) => ({
      object: { kind: 'Service', name: nameOf(service) },
      field: 'spec.ports[].nodePort',
      actual: refusal?.message ?? '',
      needed: '',
    }),
    command: ({ service }) => oc.list('services', namespaceOf(service), '-o', 'wide'),
  },
  {
    // the nodes' list is for administrators; the VM's own node answers for sure
    code: 'O1',
    grade: 'info',
    hop: 'client',
    reads: ['pods'],
    concerns: hasNodePorts,
    detect: ({ service, vm }) => {
      const hostIp = livePod(vm)?.status?.hostIP;
      return {
        object: { kind: 'Service', name: nameOf(service) },
        field: 'spec.ports[].nodePort',
        actual: (service.spec?.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []).join(', '),
        needed: hostIp ?? '',
      };
    },
    command: () => oc.listOfCluster('nodes', '-o', 'wide'),
  },
];
