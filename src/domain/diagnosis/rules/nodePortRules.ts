import { oc } from '../../k8s/oc';
import { shellWords } from '../../k8s/shellQuote';
import { namespaceOf, nameOf, type ResourceQuota } from '../../k8s/objects';
import { nodePortsOf } from '../../k8s/nodePorts';
import { livePod } from '../../k8s/seen';
import { traitsOf } from '../../k8s/exposedTypes';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { objectOf, serviceObject } from './selector/whereFound';

export interface NodePortFacts {
  /**
   * the node ports, and the address of the node that the VM is on, undefined while it is not known; local where no
   * other node sends to the VM
   */
  O1: { readonly nodePorts: readonly number[]; readonly hostIP: string | undefined; readonly isLocal: boolean };
  /** the exhausted resource of the quota, for example `services.nodeports` */
  O2: { readonly usedUp: readonly string[] };
}

const hasNodePorts = ({ service }: Situation): boolean => nodePortsOf(service).length > 0;
const isOutside = ({ service }: Situation): boolean => traitsOf(service).hasNodePorts;
/**
 * What a quota counts of a Service from outside; a load balancer has node ports, too, unless it gives them up and
 * names none.
 */
function countedBy(situation: Situation): readonly string[] {
  const { service } = situation;
  if (!traitsOf(service).hasLoadBalancer) return ['services.nodeports'];
  return [
    'services.loadbalancers',
    ...(service.spec?.allocateLoadBalancerNodePorts === false && !hasNodePorts(situation)
      ? []
      : ['services.nodeports']),
  ];
}
const isUsedUp = ({ status, spec }: ResourceQuota, counted: string): boolean => {
  const hard = status?.hard?.[counted] ?? spec?.hard?.[counted];
  return hard !== undefined && Number(status?.used?.[counted] ?? 0) >= Number(hard);
};
/** Node ports, and the quotas that count them. */
export const nodePortRules: RulesOf<NodePortFacts> = [
  {
    // the Service itself stays; were it deleted and created again, the quota would refuse it
    code: 'O2',
    grade: 'note',
    hop: 'Service',
    reads: ['quotas'],
    concerns: isOutside,
    detect: (situation) => {
      const full = situation.quotas?.find((quota) => countedBy(situation).some((counted) => isUsedUp(quota, counted)));
      return (
        full && {
          object: objectOf('ResourceQuota', nameOf(full)),
          field: 'spec.hard',
          facts: { usedUp: countedBy(situation).filter((counted) => isUsedUp(full, counted)) },
        }
      );
    },
    command: ({ service }) => shellWords('oc', 'describe', 'resourcequota', '-n', namespaceOf(service)),
  },
  {
    // the nodes' list is for administrators; the VM's own node answers for sure
    code: 'O1',
    grade: 'note',
    hop: 'client',
    reads: ['pods'],
    concerns: hasNodePorts,
    detect: (situation) => ({
      object: serviceObject(situation),
      field: 'spec.ports[].nodePort',
      facts: {
        nodePorts: nodePortsOf(situation.service),
        hostIP: livePod(situation.vm)?.status?.hostIP,
        isLocal: situation.service.spec?.externalTrafficPolicy === 'Local',
      },
    }),
    command: () => oc.listOfCluster('nodes', '-o', 'wide'),
  },
];
