import { traitsOf } from '../../k8s/exposedTypes';
import { isBeingDeleted, labelsOf, labelValue } from '../../k8s/objects';
import type { RulesOf } from '../rule';
import { sentToNode } from './endpointPorts';
import { describeService, showService } from './lookCommands';
import { serviceObject } from './selector/whereFound';

/** What holds of the Service itself, whichever VM it selects. */
export interface ServiceFacts {
  /** who has to let it go before it is gone */
  S16: { readonly finalizers: readonly string[] };
  /** the proxy that has to serve it instead of the cluster's own */
  S17: { readonly proxy: string };
  /** the node whose pods get an answer; '' while it is not known, undefined where the endpoint names none */
  S18: { readonly node: string | undefined };
  /** what a controller says of the Service in `status.conditions` */
  S19: { readonly type: string; readonly reason: string; readonly message: string };
}

/** A Service with this label is left to another proxy (kubernetes, `LabelServiceProxyName`; OVN-Kubernetes alike). */
const PROXY_KEY = 'service.kubernetes.io/service-proxy-name';
/** A condition of such a name is bad when it is true, such as `LoadBalancerPortsError`; others when they are false. */
const NAMES_A_FAULT = /(error|fail(ed|ure)|conflict)$/i;

export const serviceRules: RulesOf<ServiceFacts> = [
  {
    // it works until the last finalizer is gone
    code: 'S16',
    grade: 'limitation',
    hop: 'Service',
    detect: (situation) =>
      isBeingDeleted(situation.service)
        ? {
            object: serviceObject(situation),
            field: 'metadata.deletionTimestamp',
            facts: { finalizers: situation.service.metadata?.finalizers ?? [] },
          }
        : undefined,
    command: describeService,
  },
  {
    code: 'S17',
    grade: 'limitation',
    hop: 'Service',
    concerns: ({ service }) => traitsOf(service).hasClusterIp,
    detect: (situation) => {
      const proxy = labelValue(labelsOf(situation.service), PROXY_KEY);
      return proxy === undefined
        ? undefined
        : { object: serviceObject(situation), field: `metadata.labels[${PROXY_KEY}]`, facts: { proxy } };
    },
    command: showService('wide'),
  },
  {
    // kube-proxy drops what comes to the cluster IP on a node without an endpoint; a router goes to the endpoints
    code: 'S18',
    grade: 'limitation',
    hop: 'client',
    reads: ['endpointSlices'],
    concerns: ({ service }) => traitsOf(service).hasClusterIp && service.spec?.internalTrafficPolicy === 'Local',
    detect: (situation) => {
      const { service, routes = [] } = situation;
      const isForOutside = traitsOf(service).hasNodePorts && service.spec?.externalTrafficPolicy !== 'Local';
      return {
        object: serviceObject(situation),
        field: 'spec.internalTrafficPolicy',
        ...sentToNode(situation, isForOutside || routes.length > 0),
      };
    },
    command: describeService,
  },
  {
    code: 'S19',
    grade: 'limitation',
    hop: 'Service',
    detect: (situation) => {
      const bad = (situation.service.status?.conditions ?? []).find(
        ({ type, status }) => status === (NAMES_A_FAULT.test(type) ? 'True' : 'False'),
      );
      return (
        bad && {
          object: serviceObject(situation),
          field: `status.conditions[${bad.type}]`,
          facts: { type: bad.type, reason: bad.reason, message: bad.message },
        }
      );
    },
    command: describeService,
  },
];
