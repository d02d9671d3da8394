import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type {
  ClusterEvent,
  EndpointSlice,
  Ingress,
  Job,
  K8sObject,
  Kind,
  NetworkAttachmentDefinition,
  NetworkPolicy,
  Pod,
  ResourceQuota,
  Route,
  Service,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../domain/k8s/objects';

/** The TypeScript type of each kind. */
export interface ObjectOfKind {
  VirtualMachine: VirtualMachine;
  VirtualMachineInstance: VirtualMachineInstance;
  Pod: Pod;
  Service: Service;
  EndpointSlice: EndpointSlice;
  Route: Route;
  Event: ClusterEvent;
  NetworkPolicy: NetworkPolicy;
  Namespace: K8sObject;
  NetworkAttachmentDefinition: NetworkAttachmentDefinition;
  Ingress: Ingress;
  ResourceQuota: ResourceQuota;
  Job: Job;
}

const model = (kind: string, plural: string, abbr: string, apiGroup?: string): K8sModel => ({
  kind,
  plural,
  abbr,
  apiVersion: 'v1',
  ...(apiGroup ? { apiGroup } : {}),
  namespaced: true,
  label: kind,
  labelPlural: plural,
});

/** Models of the kinds that are read or written; static, so that nothing waits for API discovery. */
export const MODELS: Readonly<Record<Kind, K8sModel>> = {
  VirtualMachine: model('VirtualMachine', 'virtualmachines', 'VM', 'kubevirt.io'),
  VirtualMachineInstance: model('VirtualMachineInstance', 'virtualmachineinstances', 'VMI', 'kubevirt.io'),
  Pod: model('Pod', 'pods', 'P'),
  Service: model('Service', 'services', 'S'),
  EndpointSlice: model('EndpointSlice', 'endpointslices', 'EPS', 'discovery.k8s.io'),
  Route: model('Route', 'routes', 'RT', 'route.openshift.io'),
  Event: model('Event', 'events', 'E'),
  NetworkPolicy: model('NetworkPolicy', 'networkpolicies', 'NP', 'networking.k8s.io'),
  Namespace: { ...model('Namespace', 'namespaces', 'NS'), namespaced: false },
  NetworkAttachmentDefinition: model(
    'NetworkAttachmentDefinition',
    'network-attachment-definitions',
    'NAD',
    'k8s.cni.cncf.io',
  ),
  Ingress: model('Ingress', 'ingresses', 'I', 'networking.k8s.io'),
  ResourceQuota: model('ResourceQuota', 'resourcequotas', 'RQ'),
  Job: model('Job', 'jobs', 'J', 'batch'),
};

/** The configuration of KubeVirt itself, listed once and never watched: a user's role allows get and list only. */
export const KUBEVIRT = model('KubeVirt', 'kubevirts', 'KV', 'kubevirt.io');

const clusterModel = (kind: string, plural: string, abbr: string, apiGroup: string): K8sModel => ({
  ...model(kind, plural, abbr, apiGroup),
  namespaced: false,
});

/** The cluster's network as its installer and its administrators have set it; OpenShift only. */
export const NETWORK_CONFIG = clusterModel('Network', 'networks', 'NO', 'config.openshift.io');
/** The cluster's DNS server; OpenShift only. */
export const DNS_CONFIG = clusterModel('DNS', 'dnses', 'DNS', 'operator.openshift.io');
/** Ranges that Services get addresses from; Kubernetes 1.33 and newer. */
export const SERVICE_CIDR = clusterModel('ServiceCIDR', 'servicecidrs', 'SCIDR', 'networking.k8s.io');

export const RULES_REVIEW: K8sModel = clusterModel(
  'SelfSubjectRulesReview',
  'selfsubjectrulesreviews',
  'SSRR',
  'authorization.k8s.io',
);
export const ACCESS_REVIEW: K8sModel = clusterModel(
  'SelfSubjectAccessReview',
  'selfsubjectaccessreviews',
  'SSAR',
  'authorization.k8s.io',
);

/** Group, version and kind as the console's watches and links take them. */
export const gvkOf = (kind: Kind): K8sGroupVersionKind => {
  const { apiGroup, apiVersion } = MODELS[kind];
  return { ...(apiGroup ? { group: apiGroup } : {}), version: apiVersion, kind };
};
