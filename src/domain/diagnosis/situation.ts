import type {
  ClusterEvent,
  EndpointSlice,
  Ingress,
  Labels,
  NetworkPolicy,
  Pod,
  ResourceQuota,
  Route,
  Service,
} from '../k8s/objects';
import type { Rights } from '../k8s/rights';
import type { SeenVm } from '../k8s/seen';
import { isValidSelector } from '../labels/selector';
import type { OtherPolicies } from '../network/otherPolicies';
import type { PrimaryNetwork } from '../network/primaryNetwork';

/** What a rule may look at. What is undefined was not read: then nothing is said about it. */
export interface Situation {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** those of the namespace */
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
  readonly namespaceLabels?: Labels | undefined;
  readonly primaryNetwork?: PrimaryNetwork | undefined;
  /** all Services of the namespace */
  readonly services?: readonly Service[] | undefined;
  /** every pod of the namespace that the Service's selector matches, also those of other VMs and of no VM */
  readonly selectedPods?: readonly Pod[] | undefined;
  /** of the namespace */
  readonly routes?: readonly Route[] | undefined;
  readonly ingresses?: readonly Ingress[] | undefined;
  /** about the Service */
  readonly events?: readonly ClusterEvent[] | undefined;
  /** of the namespace */
  readonly quotas?: readonly ResourceQuota[] | undefined;
  /** those of kinds other than NetworkPolicy that the API server serves; undefined while that is not known */
  readonly otherPolicies?: readonly OtherPolicies[] | undefined;
  readonly rights?: Rights | undefined;
  /** milliseconds since 1970, for what is only wrong after a while; the domain has no clock */
  readonly now?: number | undefined;
  /**
   * Set for a Service that is not there yet: once the plan has run, the pod carries the selector's labels, and after a
   * restart, or a start, what runs is made from the VM's template.
   */
  readonly planned?: { readonly restarts: boolean };
}

/** What of a situation a rule may depend on although it could not be read; `pods` are the VM's own. */
export type Input =
  | 'pods'
  | 'endpointSlices'
  | 'networkPolicies'
  | 'primaryNetwork'
  | 'services'
  | 'selectedPods'
  | 'routes'
  | 'ingresses'
  | 'events'
  | 'quotas';

/** What an input is read from, as Kubernetes calls it. */
export const READ_FROM: Readonly<Record<Input, string>> = {
  pods: 'Pods',
  endpointSlices: 'EndpointSlices',
  networkPolicies: 'NetworkPolicies',
  primaryNetwork: 'NetworkAttachmentDefinitions',
  services: 'Services',
  selectedPods: 'Pods',
  routes: 'Routes',
  ingresses: 'Ingresses',
  events: 'Events',
  quotas: 'ResourceQuotas',
};

/** True when an input was read, be it empty. */
export const wasRead = (input: Input, situation: Situation): boolean =>
  input === 'pods' ? !situation.vm.arePodsUnknown : situation[input] !== undefined;

/** What is read of a namespace for one Service and one VM, by watches or a single request; undefined: not read. */
export interface SituationReads {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly endpointSlices: Situation['endpointSlices'];
  readonly services: Situation['services'];
  readonly networkPolicies: Situation['networkPolicies'];
  readonly selectedPods: Situation['selectedPods'];
  readonly routes: Situation['routes'];
  /** false on a cluster without the API of Routes, which has none that could be wrong */
  readonly hasRouteApi: boolean;
}

/** What does not change while a finding is looked at, or is only known where a page watches it. */
export type SituationAround = Omit<Situation, keyof SituationReads | 'planned'>;

/**
 * The labels by which the pods that a Service selects are asked for; undefined for a Service that selects none, because
 * it has no selector or one that the API server would refuse.
 */
export const podsSelectorOf = ({ spec }: Service): Labels | undefined => {
  const selector = spec?.selector ?? {};
  return isValidSelector(selector) ? selector : undefined;
};

/** The one way in which reads become a situation: for what a page shows, and for the fix that looks again. */
export const situationOf = (
  { hasRouteApi, selectedPods, routes, ...reads }: SituationReads,
  around: SituationAround,
): Situation => ({
  ...around,
  ...reads,
  selectedPods: podsSelectorOf(reads.service) ? selectedPods : [],
  routes: hasRouteApi ? routes : [],
});
