import type { BlindSpotCode, RuleCode } from '../finding';
import { VM_WORDS, type Words } from './vmWords';

const SELECT_THIS_VM = "Fix: the selector becomes the label that KubeVirt keeps on this VM's pod.";
const LABEL_LAYERS = 'Fix: the label is put on template, instance and pod.';
const BY_HAND = 'No fix: for whoever owns it.';

/**
 * What docs/diagnosis.md says of each code beside what its entry in the catalogue says itself. Only the document is
 * made from it, so it is in no bundle.
 */
export const CATALOGUE_WORDS: Readonly<Record<RuleCode | BlindSpotCode, Words>> = {
  S1: { detected: 'Service `spec.selector` empty, no EndpointSlice of its name', remedy: SELECT_THIS_VM },
  S2: {
    detected: 'Service `spec.type`; blocks where `spec.externalName` is an address',
    remedy: 'Nothing to mend; an alias selects nothing. For an address use an EndpointSlice.',
  },
  S3: { detected: 'Service `spec.selector` against pod, instance, template and VM labels', remedy: SELECT_THIS_VM },
  S4: {
    detected: 'label in the template, not on instance and pod',
    remedy: 'Fix: the label is put on what runs, or a restart for who may not do that.',
  },
  S5: { detected: 'label in `metadata.labels` of the VirtualMachine only', remedy: LABEL_LAYERS },
  S6: { detected: 'label on the instance, not on the pod', remedy: LABEL_LAYERS },
  S7: { detected: 'label on the pod, not in the template', remedy: 'Fix: the template gets the label.' },
  S8: { detected: 'label on the pod, not on the instance', remedy: 'Fix: the instance gets the label.' },
  S9: {
    detected: "selector `vm.kubevirt.io/name` with the VM's name, the pod has another value",
    remedy: SELECT_THIS_VM,
  },
  S10: {
    detected: 'selector `vmi.kubevirt.io/id`, the pod has no such key',
    remedy: 'Fix: the selector becomes the hostname label that the pod does have.',
  },
  S11: { detected: 'a selector key whose value KubeVirt or a template changes', remedy: SELECT_THIS_VM },
  S12: {
    detected: 'pods that the selector matches, by owner',
    remedy:
      'Right as it is for several VMs behind one name. After a clone, give the clone other labels, or the Service a selector that only this VM matches: no fix is offered, since the others would lose the Service.',
  },
  S13: { detected: 'namespaces of Service and VM', remedy: "Make the Service in the VM's project." },
  S14: { detected: 'a selector key that the VM webhook refuses in templates', remedy: SELECT_THIS_VM },
  S15: {
    detected: 'a selector key that KubeVirt writes on the pod, with another value',
    remedy: 'Ask for the value that is there.',
  },
  S16: { detected: '`metadata.deletionTimestamp` of the Service', remedy: 'Use another Service.' },
  S17: {
    detected: 'label `service.kubernetes.io/service-proxy-name` of the Service',
    remedy: 'Remove the label, unless the proxy is meant.',
  },
  S18: { detected: '`internalTrafficPolicy`', remedy: 'Cluster, where clients are on other nodes.' },
  S19: { detected: '`status.conditions` of the Service', remedy: 'Mend what the controller names.' },
  ...VM_WORDS,
  L1: {
    detected: '`status.loadBalancer.ingress`; warnings about the Service, where Events were read',
    remedy: 'Ask whoever runs the provider; until then the node ports lead there.',
  },
  L2: { detected: '`hostname` of the load balancer', remedy: 'Wait for DNS.' },
  L3: { detected: '`externalTrafficPolicy`', remedy: "Cluster, where the client's address does not matter." },
  L4: { detected: '`loadBalancerSourceRanges`', remedy: "Add the client's range." },
  L5: { detected: '`loadBalancerClass` while there is no address', remedy: 'Ask which classes the cluster has.' },
  L6: { detected: '`ports[].error` of the load balancer', remedy: 'Use a Service of its own for these ports.' },
  L7: {
    detected: '`allocateLoadBalancerNodePorts` false, and no node ports',
    remedy: 'Allocate node ports, unless the load balancer sends to pods directly.',
  },
  O1: { detected: '`nodePort`, `status.hostIP` of the pod', remedy: 'Use the address of any node.' },
  O2: { detected: 'ResourceQuotas of the project', remedy: 'Ask for quota, or use ClusterIP.' },
  R1: {
    detected:
      '`spec.port.targetPort` of the Route against names and target ports of the Service; ' +
      'backend port of the Ingress against names and ports',
    remedy:
      'Fix: the Route gets the port that it means, by its name or else the number at the pod; ' +
      'not where that is a guess, or where other Services share the Route.',
  },
  R2: {
    detected: 'condition `Admitted` of the Route is False. Blocks where it is True for no other router.',
    remedy: 'Choose another host, or ask who has it.',
  },
  R3: { detected: 'target port of the Route', remedy: 'Use a load balancer or a node port.' },
  R4: { detected: '`tls.termination` against the target port', remedy: 'Look whether it is meant so.' },
  R5: { detected: 'type of the Service that a Route leads to', remedy: 'Use a ClusterIP Service.' },
  R6: {
    detected: 'no `spec.port` of the Route, several TCP ports of the Service',
    remedy: 'Fix: the Route gets the one port that can be HTTP; not where other Services share the Route.',
  },
  R7: {
    detected: '`weight` of the Service in `spec.to` or `spec.alternateBackends` of the Route is 0',
    remedy: 'Nothing to mend where it is meant so; else give the Service a weight.',
  },
  R8: {
    detected: 'no condition `Admitted` of the Route; within its first minute worth knowing only',
    remedy: 'Ask which routers serve the project, and by which labels they select Routes.',
  },
  R9: {
    detected:
      '`tls.termination` reencrypt without `destinationCACertificate`, ' +
      'unless the Service asks for a certificate of the service CA',
    remedy: "Put the CA of the guest's certificate in the Route.",
  },
  R10: {
    detected: 'annotation `ip_allowlist` or `ip_whitelist` of the Route, where the router would follow it',
    remedy: "Add the client's range.",
  },
  R11: {
    detected: '`sessionAffinity` ClientIP of a Service that a Route points to',
    remedy: 'Nothing to mend.',
  },
  R12: { detected: 'protocol UDP of the port that a Route asks for', remedy: 'Use a load balancer or a node port.' },
  K1: {
    detected: 'NetworkPolicies of the project, evaluated from their text for five kinds of clients',
    remedy:
      'Fix: one more policy for this VM and the ports that are shut: for the project where nobody is let in, ' +
      'for the router where a Route leads here, for the outside where the type is NodePort or LoadBalancer.',
  },
  K2: {
    detected:
      'served kinds of AdminNetworkPolicy, ClusterNetworkPolicy, MultiNetworkPolicy, Cilium, Calico and Istio ' +
      'whose policies were not read',
    remedy: 'Ask a cluster administrator.',
  },
  K3: { detected: 'cannot be seen', remedy: "Look at the client's project." },
  K5: {
    detected: 'policies of the same kinds that were read',
    remedy: 'Look whether one of them selects the pod, or ask who made it.',
  },
  K4: {
    detected: '`ipBlock` of NetworkPolicies for a node port or a load balancer, `externalTrafficPolicy` Cluster',
    remedy: "Try from outside; external traffic policy Local keeps the client's address.",
  },
  G1: { detected: 'nothing before it blocks', remedy: "Try the client, look at the guest's console." },
  A1: {
    detected: '`ownerReferences` of the Service',
    remedy: "Fix: it becomes the VM's own, where an instance has it.",
  },
  A2: { detected: 'owner references, labels and annotations of Argo CD, Flux, Helm, OLM, pools', remedy: BY_HAND },
  A3: {
    detected: 'rights of the user against the steps of the fixes',
    remedy: 'Give the command to somebody who may.',
  },
};
