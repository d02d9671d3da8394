import type {
  IoK8sApiCoreV1Pod,
  IoK8sApiCoreV1Service,
  IoK8sApiDiscoveryV1Endpoint,
  IoK8sApiDiscoveryV1EndpointSlice,
  IoK8sApiNetworkingV1NetworkPolicy,
} from '@kubevirt-ui-ext/kubevirt-api/kubernetes';
import type { V1VirtualMachine, V1VirtualMachineInstance } from '@kubevirt-ui-ext/kubevirt-api/kubevirt';

export type VirtualMachine = V1VirtualMachine;
export type VirtualMachineInstance = V1VirtualMachineInstance;
export type Pod = IoK8sApiCoreV1Pod;
export type Service = IoK8sApiCoreV1Service;
export type EndpointSlice = IoK8sApiDiscoveryV1EndpointSlice;
export type Endpoint = IoK8sApiDiscoveryV1Endpoint;
export type NetworkPolicy = IoK8sApiNetworkingV1NetworkPolicy;
/** k8s.cni.cncf.io/v1; `spec.config` is JSON in a string, checked by nobody. */
export interface NetworkAttachmentDefinition extends K8sObject {
  readonly spec?: { readonly config?: string };
}

/** Label keys and values as they stand on an object, in a template or in a selector. */
export type Labels = Readonly<Record<string, string>>;

/** Label values to set; null removes the key. */
export type LabelChange = Readonly<Record<string, string | null>>;

/** The kinds this product reads or writes, as the API server spells them. */
export type Kind = 'VirtualMachine' | 'VirtualMachineInstance' | 'Pod' | 'Service' | 'EndpointSlice' | 'NetworkPolicy' | 'Namespace' | 'NetworkAttachmentDefinition';

/** Names one object of one namespace. */
export interface ObjectRef {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
}

/** What every Kubernetes object has that the rules look at. */
export interface K8sObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Labels;
    readonly annotations?: Labels;
    readonly deletionTimestamp?: string;
  };
}

export const nameOf = (object: K8sObject): string => object.metadata?.name ?? '';
export const uidOf = (object: K8sObject | undefined): string | undefined => object?.metadata?.uid;
export const labelsOf = (object: K8sObject | undefined): Labels => object?.metadata?.labels ?? {};
/** One label's value; keys that every JavaScript object inherits, such as `constructor`, are no labels. */
export const labelValue = (labels: Labels | undefined, key: string): string | undefined =>
  labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
export const isBeingDeleted = (object: K8sObject): boolean => Boolean(object.metadata?.deletionTimestamp);

/** The labels at `.spec.template.metadata.labels`: the only ones of a VM that KubeVirt copies to the VMI and the pod. */
export const templateLabelsOf = (vm: VirtualMachine): Labels =>
  (vm.spec.template as { metadata?: { labels?: Labels } } | undefined)?.metadata?.labels ?? {};
