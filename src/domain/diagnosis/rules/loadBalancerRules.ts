import { shellWords } from '../../k8s/shellQuote';
import { millisecondsOf, newestFirst } from '../../k8s/timestamp';
import { traitsOf } from '../../k8s/exposedTypes';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { describeService } from './lookCommands';
import { serviceObject } from './selector/whereFound';

/** The address of a load balancer, and what it lets through. */
export interface LoadBalancerFacts {
  /** the newest warning about the Service, undefined where there is none; new while none is to be expected yet */
  L1: { readonly warning: Warning | undefined; readonly isNew: boolean };
  L2: { readonly hostnames: readonly string[] };
  /** the node that answers; '' while it is not known */
  L3: { readonly node: string };
  L4: { readonly ranges: readonly string[] };
  L5: { readonly loadBalancerClass: string };
}

/** What an Event says, in the provider's words. */
export interface Warning {
  readonly reason: string | undefined;
  readonly message: string | undefined;
}

/** What a provider may take for an address where all is well. */
const PATIENCE_MS = 60_000;

const isLoadBalancer = ({ service }: Situation): boolean => traitsOf(service).hasLoadBalancer;
const ingressOf = ({ service }: Situation) => service.status?.loadBalancer?.ingress ?? [];
/** The names that stand where an address is usual. */
const hostnamesOf = (situation: Situation): string[] => ingressOf(situation).flatMap(({ hostname }) => hostname ?? []);
const isPending = (situation: Situation): boolean => isLoadBalancer(situation) && ingressOf(situation).length === 0;

/** The newest warning about the Service that says something. */
function warningOf({ events = [] }: Situation): Warning | undefined {
  const [newest] = newestFirst(events.filter(({ type }) => type === 'Warning'));
  return newest && (newest.reason || newest.message) ? { reason: newest.reason, message: newest.message } : undefined;
}

const isYoung = ({ service, now }: Situation): boolean => {
  const made = millisecondsOf(service.metadata?.creationTimestamp);
  return now !== undefined && made !== undefined && now - made < PATIENCE_MS;
};

export const loadBalancerRules: RulesOf<LoadBalancerFacts> = [
  {
    // inside the cluster, and by its node ports, the Service works all the same
    code: 'L1',
    grade: 'blocks',
    hop: 'client',
    concerns: isPending,
    reads: ['events'],
    detect: (situation) => {
      const warning = warningOf(situation);
      const isNew = isYoung(situation) && warning === undefined;
      return {
        ...(isNew ? { grade: 'info' } : {}),
        object: serviceObject(situation),
        field: 'status.loadBalancer.ingress',
        facts: { warning, isNew },
        isPartial: true,
      };
    },
    command: describeService,
  },
  {
    code: 'L5',
    grade: 'caveat',
    hop: 'client',
    concerns: (situation) => isPending(situation) && Boolean(situation.service.spec?.loadBalancerClass),
    detect: (situation) => ({
      object: serviceObject(situation),
      field: 'spec.loadBalancerClass',
      facts: { loadBalancerClass: situation.service.spec?.loadBalancerClass ?? '' },
    }),
    command: describeService,
  },
  {
    code: 'L2',
    grade: 'info',
    hop: 'client',
    concerns: isLoadBalancer,
    detect: (situation) => {
      const hostnames = hostnamesOf(situation);
      return hostnames.length > 0
        ? {
            object: serviceObject(situation),
            field: 'status.loadBalancer.ingress[].hostname',
            facts: { hostnames },
          }
        : undefined;
    },
    command: (situation) => shellWords('getent', 'hosts', ...hostnamesOf(situation)),
  },
  {
    code: 'L3',
    grade: 'caveat',
    hop: 'client',
    concerns: ({ service }) => traitsOf(service).hasNodePorts,
    detect: (situation) =>
      situation.service.spec?.externalTrafficPolicy === 'Local'
        ? {
            object: serviceObject(situation),
            field: 'spec.externalTrafficPolicy',
            facts: { node: situation.vm.vmi?.status?.nodeName ?? '' },
          }
        : undefined,
    command: describeService,
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
            facts: { ranges },
          }
        : undefined;
    },
    command: describeService,
  },
];
