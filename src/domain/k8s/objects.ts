import { MAX_DNS_LABEL } from './dnsGrammar';
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
/** route.openshift.io/v1; what makes a Service reachable by a host name from outside, through OpenShift's router. */
export interface Route extends K8sObject {
  readonly spec: {
    /** empty or absent: the router generates one in its own domain */
    readonly host?: string;
    readonly path?: string;
    readonly to: RouteBackend;
    /** share the traffic with `to` by weight */
    readonly alternateBackends?: readonly RouteBackend[];
    /** the name or the number of a port of the endpoints; absent: all of them */
    readonly port?: { readonly targetPort: string | number };
    readonly tls?: {
      readonly termination: 'edge' | 'passthrough' | 'reencrypt';
      readonly insecureEdgeTerminationPolicy?: string;
      readonly destinationCACertificate?: string;
    };
  };
  /** one entry a router that has looked at it */
  readonly status?: {
    readonly ingress?: readonly {
      readonly host?: string;
      readonly routerName?: string;
      readonly conditions?: readonly {
        readonly type: string;
        readonly status: string;
        readonly reason?: string;
        readonly message?: string;
      }[];
    }[];
  };
}
/** What a Route sends traffic to; its weight is 0 to 256. */
export interface RouteBackend {
  readonly kind: string;
  readonly name: string;
  readonly weight?: number;
}
/** core/v1 Event, as far as it is shown. */
export interface ClusterEvent extends K8sObject {
  readonly involvedObject?: { readonly kind?: string; readonly name?: string; readonly uid?: string };
  /** `Normal` or `Warning` */
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  /** RFC 3339; absent where only `eventTime` is set */
  readonly lastTimestamp?: string;
  readonly eventTime?: string;
}
/** networking.k8s.io/v1 Ingress, the fields that name Services. */
export interface Ingress extends K8sObject {
  readonly spec?: {
    readonly ingressClassName?: string;
    readonly defaultBackend?: IngressBackend;
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: { readonly paths?: readonly { readonly path?: string; readonly backend: IngressBackend }[] };
    }[];
  };
}
export interface IngressBackend {
  readonly service?: { readonly name: string; readonly port?: { readonly name?: string; readonly number?: number } };
}
/** core/v1 ResourceQuota; amounts are Kubernetes quantities, such as `"0"`. */
export interface ResourceQuota extends K8sObject {
  readonly spec?: { readonly hard?: Labels };
  readonly status?: { readonly hard?: Labels; readonly used?: Labels };
}
/** batch/v1 Job, as it is created and as far as its end is looked at. */
export interface Job extends K8sObject {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: {
    readonly active?: number;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}
/** k8s.cni.cncf.io/v1; `spec.config` is JSON in a string that the API server does not check. */
export interface NetworkAttachmentDefinition extends K8sObject {
  readonly spec?: { readonly config?: string };
}

/** Label keys and values as they stand on an object, in a template or in a selector. */
export type Labels = Readonly<Record<string, string>>;

/** Label values to set; null removes the key. */
export type LabelChange = Readonly<Record<string, string | null>>;

/** The kinds this product reads or writes, as the API server spells them. */
export type Kind =
  | 'VirtualMachine'
  | 'VirtualMachineInstance'
  | 'Pod'
  | 'Service'
  | 'EndpointSlice'
  | 'Route'
  | 'Event'
  | 'NetworkPolicy'
  | 'Namespace'
  | 'NetworkAttachmentDefinition'
  | 'Ingress'
  | 'ResourceQuota'
  | 'Job';

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
    /** another one after every change of the object */
    readonly resourceVersion?: string;
    readonly labels?: Labels;
    readonly annotations?: Labels;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
  };
}

export const nameOf = (object: K8sObject): string => object.metadata?.name ?? '';
export const namespaceOf = (object: K8sObject): string => object.metadata?.namespace ?? '';
/**
 * The hostname that KubeVirt gives a VM's next pod, which is the first part of the VM's DNS name: the template's, else
 * the VM's name up to its first dot (`SanitizeHostname`). An empty one in the template is as good as none.
 */
export const hostnameOf = (vm: VirtualMachine): string =>
  vm.spec.template?.spec?.hostname || (nameOf(vm).split('.')[0] ?? '').slice(0, MAX_DNS_LABEL);
/** Names an object of that kind; objects of a list do not say their kind themselves. */
export const refOf = <K extends Kind>(kind: K, object: K8sObject): ObjectRef & { readonly kind: K } => ({
  kind,
  namespace: namespaceOf(object),
  name: nameOf(object),
});
export const uidOf = (object: K8sObject | undefined): string | undefined => object?.metadata?.uid;
export const labelsOf = (object: K8sObject | undefined): Labels => object?.metadata?.labels ?? {};
/** One label's value; keys that every JavaScript object inherits, such as `constructor`, are no labels. */
export const labelValue = (labels: Labels | undefined, key: string): string | undefined =>
  labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
export const isBeingDeleted = (object: K8sObject): boolean => Boolean(object.metadata?.deletionTimestamp);

/**
 * The labels at `.spec.template.metadata.labels`: the only ones of a VM that KubeVirt copies to the VMI and the pod.
 */
export const templateLabelsOf = (vm: VirtualMachine): Labels =>
  (vm.spec.template as { metadata?: { labels?: Labels } } | undefined)?.metadata?.labels ?? {};
