import { shellWords } from '../../k8s/shellQuote';
import { refOf, nameOf, type ClusterEvent } from '../../k8s/objects';
import { millisecondsOf } from '../../k8s/timestamp';
import type { Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

/** What a provider may take for an address where all is well. */
const PATIENCE_MS = 60_000;

const isLoadBalancer = ({ service }: Situation): boolean => service.spec?.type === 'LoadBalancer';
const serviceObject = ({ service }: Situation): Finding['object'] => ({ kind: 'Service', name: nameOf(service) });
const ingressOf = ({ service }: Situation) => service.status?.loadBalancer?.ingress ?? [];
/** The names that stand where an address is usual. */
const namesOf = (situation: Situation): string[] => ingressOf(situation).flatMap(({ hostname }) => hostname ?? []);
const isPending = (situation: Situation): boolean => isLoadBalancer(situation) && ingressOf(situation).length === 0;
const describe = ({ service }: Situation): string => oc.describe(refOf('Service', service));

/** Comparable as text: `lastTimestamp` has whole seconds, `eventTime` parts of them, and a Z would come after its point. */
const timeOf = ({ lastTimestamp, eventTime }: ClusterEvent): string =>
  (lastTimestamp ?? eventTime ?? '').replace(/Z$/, '');

/** The newest warning about the Service, in its provider's words. */
function warningOf({ events = [] }: Situation): string {
  const [newest] = events.filter(({ type }) => type === 'Warning').sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
  return newest ? [newest.reason, newest.message].filter(Boolean).join(': ') : '';
}

const isYoung = ({ service, now }: Situation): boolean => {
  const made = millisecondsOf(service.metadata?.creationTimestamp);
  return now !== undefined && made !== undefined && now - made < PATIENCE_MS;
};

/** A load balancer's address and what it lets through. */
export const loadBalancerRules: readonly Rule[] = [
  {
    // inside the cluster, and by its node ports, the Service works all the same
    code: 'L1',
    grade: 'blocks',
    hop: 'client',
    concerns: isPending,
    reads: ['events'],
    detect: (situation) => ({
      ...(isYoung(situation) && warningOf(situation) === '' ? { grade: 'info' as const } : {}),
      object: serviceObject(situation),
      field: 'status.loadBalancer.ingress',
      actual: warningOf(situation),
      needed: '',
      isPartial: true,
    }),
    command: describe,
  },
  {
    code: 'L5',
    grade: 'caveat',
    hop: 'client',
    concerns: (situation) => isPending(situation) && Boolean(situation.service.spec?.loadBalancerClass),
    detect: (situation) => ({
      object: serviceObject(situation),
      field: 'spec.loadBalancerClass',
      actual: situation.service.spec?.loadBalancerClass ?? '',
      needed: '',
    }),
    command: describe,
  },
  {
    code: 'L2',
    grade: 'info',
    hop: 'client',
    concerns: isLoadBalancer,
    detect: (situation) => {
      const names = namesOf(situation);
      return names.length > 0
        ? {
            object: serviceObject(situation),
            field: 'status.loadBalancer.ingress[].hostname',
            actual: names.join(', '),
            needed: '',
          }
        : undefined;
    },
    command: (situation) => shellWords('getent', 'hosts', ...namesOf(situation)),
  },
  {
    code: 'L3',
    grade: 'caveat',
    hop: 'client',
    concerns: ({ service }) => ['NodePort', 'LoadBalancer'].includes(service.spec?.type ?? ''),
    detect: (situation) =>
      situation.service.spec?.externalTrafficPolicy === 'Local'
        ? {
            object: serviceObject(situation),
            field: 'spec.externalTrafficPolicy',
            actual: 'Local',
            needed: situation.vm.vmi?.status?.nodeName ?? '',
          }
        : undefined,
    command: describe,
  },
  {
    code: 'L4',
    grade: 'caveat',
    hop: 'client',
    concerns: isLoadBalancer,
    detect: (situation) => {
      const ranges = situation.service.spec?.loadBalancerSourceRanges ?? [];
      return ranges.length > 0
        ? {
            object: serviceObject(situation),
            field: 'spec.loadBalancerSourceRanges',
            actual: ranges.join(', '),
            needed: '',
          }
        : undefined;
    },
    command: describe,
  },
];
