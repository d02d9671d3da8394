import { shellWords } from '../../k8s/shellQuote';
import { millisecondsOf, newestFirst } from '../../k8s/timestamp';
import { traitsOf } from '../../k8s/exposedTypes';
import { nodePortsOf } from '../../k8s/nodePorts';
import { askedForAt, PATIENCE_MS } from '../patience';
import type { NoFacts, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { sentToNode } from './endpointPorts';
import { describeService } from './lookCommands';
import { serviceObject } from './selector/whereFound';

/** The address of a load balancer, and what it lets through. */
export interface LoadBalancerFacts {
  /**
   * the newest warning about the Service, undefined where there is none, or where the Events were not read; new while
   * none is to be expected yet
   */
  L1: {
    readonly warning: Warning | undefined;
    readonly wereEventsRead: boolean;
    readonly isNew: boolean;
    readonly hasNodePorts: boolean;
  };
  L2: { readonly hostnames: readonly string[] };
  /** the node that answers; '' while it is not known, undefined where the endpoint names none */
  L3: { readonly node: string | undefined };
  L4: { readonly ranges: readonly string[] };
  L5: { readonly loadBalancerClass: string };
  /** the ports that the load balancer does not serve, with its reason */
  L6: { readonly ports: readonly { readonly port: number; readonly protocol: string; readonly error: string }[] };
  L7: NoFacts;
}

/** What an Event says, in the provider's words. */
export interface Warning {
  readonly reason: string | undefined;
  readonly message: string | undefined;
}

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

/** True while the load balancer was asked for less than a minute ago, be it of an old Service. */
const isYoung = ({ service, now }: Situation): boolean =>
  askedForAt(service).some((time) => {
    const since = millisecondsOf(time);
    return now !== undefined && since !== undefined && now - since < PATIENCE_MS;
  });

/** What the load balancer says of the ports that it does not serve. */
const failedPorts = (situation: Situation) =>
  ingressOf(situation)
    .flatMap(({ ports }) => ports ?? [])
    .flatMap(({ port, protocol, error }) => (error ? [{ port, protocol, error }] : []));

export const loadBalancerRules: RulesOf<LoadBalancerFacts> = [
  {
    // inside the cluster, and by its node ports, the Service works all the same
    code: 'L1',
    grade: 'blocking',
    hop: 'client',
    onlyPartly: true,
    concerns: isPending,
    detect: (situation) => {
      const wereEventsRead = situation.events !== undefined;
      const warning = warningOf(situation);
      // that there is no address stands on the Service; only whether a young one has failed already is told by Events
      if (isYoung(situation) && !wereEventsRead) return { undecidedBy: ['events'] };
      const isNew = isYoung(situation) && warning === undefined;
      return {
        ...(isNew ? { grade: 'note' } : {}),
        object: serviceObject(situation),
        field: 'status.loadBalancer.ingress',
        facts: { warning, wereEventsRead, isNew, hasNodePorts: nodePortsOf(situation.service).length > 0 },
        isPartial: true,
      };
    },
    command: describeService,
  },
  {
    code: 'L5',
    grade: 'limitation',
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
    grade: 'note',
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
    grade: 'limitation',
    hop: 'client',
    onlyPartly: true,
    reads: ['endpointSlices'],
    concerns: ({ service }) => traitsOf(service).hasNodePorts && service.spec?.externalTrafficPolicy === 'Local',
    detect: (situation) => ({
      object: serviceObject(situation),
      field: 'spec.externalTrafficPolicy',
      // the cluster IP answers all the same
      ...sentToNode(situation, true),
    }),
    command: describeService,
  },
  {
    code: 'L4',
    grade: 'limitation',
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
  {
    // the ports of one load balancer share a fate only where its provider serves all of them
    code: 'L6',
    grade: 'blocking',
    hop: 'client',
    concerns: isLoadBalancer,
    detect: (situation) => {
      const ports = failedPorts(situation);
      return ports.length > 0
        ? {
            object: serviceObject(situation),
            field: 'status.loadBalancer.ingress[].ports[].error',
            facts: { ports },
            isPartial: true,
          }
        : undefined;
    },
    command: describeService,
  },
  {
    // meant for load balancers that send to pods themselves (Kubernetes, Service, allocateLoadBalancerNodePorts)
    code: 'L7',
    grade: 'limitation',
    hop: 'client',
    concerns: isLoadBalancer,
    detect: (situation) =>
      situation.service.spec?.allocateLoadBalancerNodePorts === false && nodePortsOf(situation.service).length === 0
        ? { object: serviceObject(situation), field: 'spec.allocateLoadBalancerNodePorts', facts: {} }
        : undefined,
    command: describeService,
  },
];
