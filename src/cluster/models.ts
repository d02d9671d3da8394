import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { EndpointSlice, K8sObject, Kind, NetworkAttachmentDefinition, NetworkPolicy, Pod, Service, VirtualMachine, VirtualMachineInstance } from '../domain/objects';

/** The TypeScript type of each kind. */
export interface ObjectOfKind {
  VirtualMachine: VirtualMachine;
  VirtualMachineInstance: VirtualMachineInstance;
  Pod: Pod;
  Service: Service;
  EndpointSlice: EndpointSlice;
  NetworkPolicy: NetworkPolicy;
  Namespace: K8sObject;
  NetworkAttachmentDefinition: NetworkAttachmentDefinition;
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
  NetworkPolicy: model('NetworkPolicy', 'networkpolicies', 'NP', 'networking.k8s.io'),
  Namespace: { ...model('Namespace', 'namespaces', 'NS'), namespaced: false },
  NetworkAttachmentDefinition: model('NetworkAttachmentDefinition', 'network-attachment-definitions', 'NAD', 'k8s.cni.cncf.io'),
};

/** The configuration of KubeVirt itself; listed once, never watched: the role that every user has allows get and list only. */
export const KUBEVIRT = model('KubeVirt', 'kubevirts', 'KV', 'kubevirt.io');


export const RULES_REVIEW: K8sModel = { ...model('SelfSubjectRulesReview', 'selfsubjectrulesreviews', 'SSRR', 'authorization.k8s.io'), namespaced: false };
export const ACCESS_REVIEW: K8sModel = { ...model('SelfSubjectAccessReview', 'selfsubjectaccessreviews', 'SSAR', 'authorization.k8s.io'), namespaced: false };

/** Group, version and kind as the console's watches and links take them. */
export const gvkOf = (kind: Kind): K8sGroupVersionKind => {
  const { apiGroup, apiVersion } = MODELS[kind];
  return { ...(apiGroup ? { group: apiGroup } : {}), version: apiVersion, kind };
};
