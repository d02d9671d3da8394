import { traitsOf } from '../../domain/k8s/exposedTypes';
import { useMemo } from 'react';
import { k8sListItems } from '@openshift-console/dynamic-plugin-sdk';
import { podsSelectorOf, situationOf, type Input, type Situation } from '../../domain/diagnosis/situation';
import { namespaceOf, type Ingress, type Pod, type ResourceQuota } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { MODELS } from '../port/models';
import { useNow } from '../ask/useNow';
import { useOnce } from '../ask/useOnce';
import { useStable } from '../ask/useStable';
import { listOf, useWatched } from './useWatched';
import { TICK_MILLISECONDS } from './tick';
import { useOtherPolicies } from './useOtherPolicies';
import { useNamespaceNetwork } from './useNamespaceNetwork';
import { useWatchedRoutes } from './useWatchedRoutes';
import { useServiceEvents } from './useServiceEvents';

/** What the page around knows already, be it undefined because it could not be read. */
export type KnownExposure = Pick<Situation, 'service' | 'vm' | 'endpointSlices' | 'services' | 'rights'>;

/** Why what a rule looks at was not read. */
export type InputFailures = Readonly<Partial<Record<Input, Failure>>>;

export interface WatchedExposure {
  /** true once every read has answered, be it with a failure */
  readonly loaded: boolean;
  /** what could not be read is undefined in it */
  readonly situation: Situation;
  readonly failures: InputFailures;
}

const readIngresses = (namespace: string): Promise<Ingress[]> =>
  k8sListItems({ model: MODELS.Ingress, queryParams: { ns: namespace } });
const readQuotas = (namespace: string): Promise<ResourceQuota[]> =>
  k8sListItems({ model: MODELS.ResourceQuota, queryParams: { ns: namespace } });

const definedFailures = (failures: Readonly<Partial<Record<Input, Failure | undefined>>>): InputFailures =>
  Object.fromEntries(Object.entries(failures).filter(([, failure]) => failure !== undefined));

/**
 * Reads what only the detail of one Service needs, as long as it is shown: policies, Routes, Events and the pods that
 * are selected by watches, the rest once. Twelve requests at most, sockets among them, and one for each served kind of
 * other policies that the user may read: quotas are asked for only where a Service takes node ports or a load balancer,
 * which is what quotas count.
 */
export function useExposure(known: KnownExposure): WatchedExposure {
  const { service, vm, endpointSlices, services, rights } = known;
  const namespace = namespaceOf(service);
  const matchLabels = useStable(podsSelectorOf(service));
  const isCounted = traitsOf(service).hasNodePorts;

  const network = useNamespaceNetwork(namespace);
  const watchedRoutes = useWatchedRoutes(namespace, true);
  const ingresses = useOnce(namespace || undefined, readIngresses);
  const events = useServiceEvents(service);
  const quotas = useOnce(isCounted ? namespace || undefined : undefined, readQuotas);
  const pods = useWatched<Pod[]>(
    matchLabels && namespace ? { ...listOf('Pod', namespace), selector: { matchLabels } } : null,
  );
  const others = useOtherPolicies(namespace, rights?.readNetwork ?? false);
  const now = useNow(TICK_MILLISECONDS);

  const hasAnswered = [ingresses, ...(isCounted ? [quotas] : [])].every(
    ({ data, failure }) => data !== undefined || failure !== undefined,
  );
  const loaded =
    network.loaded &&
    watchedRoutes.isSettled &&
    hasAnswered &&
    Boolean(events.events ?? events.failure) &&
    pods.isSettled &&
    others.isSettled;
  return useMemo(() => {
    return {
      loaded,
      situation: situationOf(
        {
          service,
          vm,
          endpointSlices,
          services,
          networkPolicies: network.networkPolicies,
          selectedPods: pods.data,
          routes: watchedRoutes.routes,
          hasRouteApi: !watchedRoutes.isSettled || watchedRoutes.hasApi,
        },
        {
          rights,
          now,
          otherPolicies: others.policies,
          namespaceLabels: network.namespaceLabels,
          primaryNetwork: network.primaryNetwork,
          ingresses: ingresses.data,
          events: events.events,
          quotas: quotas.data,
        },
      ),
      failures: definedFailures({
        networkPolicies: network.policiesFailure,
        primaryNetwork: network.networksFailure ?? network.namespaceFailure,
        selectedPods: pods.failure,
        routes: watchedRoutes.failure,
        ingresses: ingresses.failure,
        events: events.failure,
        quotas: quotas.failure,
      }),
    };
  }, [
    loaded,
    service,
    vm,
    endpointSlices,
    services,
    rights,
    now,
    network,
    pods,
    others,
    watchedRoutes,
    ingresses,
    events,
    quotas,
  ]);
}
