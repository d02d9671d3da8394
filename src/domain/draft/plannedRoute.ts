import type { ExposeDraft } from './draft';
import type { Route, VirtualMachine } from '../k8s/objects';
import { ownersOf } from './owner';
import { RUN_ANNOTATION } from '../k8s/ownMarks';
import { portNumber } from '../service/servicePort';

/**
 * The port that the router sends traffic to: a Service port's name, or else the number at the pod (the router compares
 * it with the endpoint's port). Where neither says which, the Service has one port, and the router finds it by itself.
 */
function targetPortOf({ ports, route }: ExposeDraft): string | number | undefined {
  const port = ports[route.portIndex] ?? ports[0];
  return port && (port.name !== '' ? port.name : portNumber(port.targetPort));
}

const tlsOf = ({ route: { termination, insecurePolicy, destinationCa } }: ExposeDraft): Route['spec']['tls'] => {
  if (termination === 'none') return undefined;
  // passthrough sees no HTTP, so there is nothing to allow
  const policy = termination === 'passthrough' && insecurePolicy === 'Allow' ? '' : insecurePolicy;
  return {
    termination,
    ...(policy === '' ? {} : { insecureEdgeTerminationPolicy: policy }),
    ...(termination === 'reencrypt' && destinationCa.trim() !== '' ? { destinationCACertificate: destinationCa } : {}),
  };
};

/** The Route of a draft, as it is created: named as its Service. Source: route.openshift.io/v1. */
export function plannedRoute(draft: ExposeDraft, runId: string, owner?: VirtualMachine): Route {
  const { host, path, termination } = draft.route;
  const targetPort = targetPortOf(draft);
  const tls = tlsOf(draft);
  return {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: {
      name: draft.serviceName,
      namespace: draft.namespace,
      annotations: { [RUN_ANNOTATION]: runId },
      ...ownersOf(draft, owner),
    },
    spec: {
      ...(host === '' ? {} : { host }),
      ...(path === '' || termination === 'passthrough' ? {} : { path }),
      to: { kind: 'Service', name: draft.serviceName },
      ...(targetPort === undefined ? {} : { port: { targetPort } }),
      ...(tls ? { tls } : {}),
    },
  };
}

/** The fields of a Route that the user chose; a generated host is not among them. */
const chosenText = ({ spec }: Route, isHostChosen: boolean): string =>
  JSON.stringify([
    isHostChosen ? spec.host : '',
    spec.path ?? '',
    spec.to.name,
    spec.port?.targetPort ?? '',
    spec.tls?.termination ?? '',
    spec.tls?.insecureEdgeTerminationPolicy ?? '',
    spec.tls?.destinationCACertificate ?? '',
  ]);

/** True when the Route on the cluster is as planned in everything the person chose. */
export const isRouteAsPlanned = (found: Route, planned: Route): boolean => {
  const isHostChosen = planned.spec.host !== undefined;
  return chosenText(found, isHostChosen) === chosenText(planned, isHostChosen);
};
