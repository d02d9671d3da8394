import type { BlindSpotCode, RuleCode } from '../finding';
import { VM_WORDS, type Words } from './vmWords';

const SELECT_THIS_VM = "Fix: the selector becomes the label that KubeVirt maintains on this VM's pod.";
const LABEL_LAYERS = 'Fix: the label is added to template, instance, and pod.';
const BY_HAND = 'No fix: make the change where it is managed.';

/**
 * What docs/diagnosis.md says of each code beside what its entry in the catalogue says itself. Only the document is
 * made from it, so it is in no bundle.
 */
export const CATALOGUE_WORDS: Readonly<Record<RuleCode | BlindSpotCode, Words>> = {
  S1: { detected: 'Service `spec.selector` empty, no EndpointSlice of its name', remedy: SELECT_THIS_VM },
  S2: {
    detected: 'Service `spec.type`; blocking if `spec.externalName` is an IP address',
    remedy: 'Nothing to do: an alias selects no pods. For an IP address, use an EndpointSlice.',
  },
  S3: { detected: 'Service `spec.selector` against pod, instance, template and VM labels', remedy: SELECT_THIS_VM },
  S4: {
    detected: 'label in the template, not on instance and pod',
    remedy: 'Fix: the label is added to the running instance and its pod; without the permission for that, a restart.',
  },
  S5: { detected: 'label in `metadata.labels` of the VirtualMachine only', remedy: LABEL_LAYERS },
  S6: { detected: 'label on the instance, not on the pod', remedy: LABEL_LAYERS },
  S7: { detected: 'label on the pod, not in the template', remedy: 'Fix: the label is added to the template.' },
  S8: { detected: 'label on the pod, not on the instance', remedy: 'Fix: the label is added to the instance.' },
  S9: {
    detected: "selector `vm.kubevirt.io/name` with the VM's name, the pod has another value",
    remedy: SELECT_THIS_VM,
  },
  S10: {
    detected: 'selector `vmi.kubevirt.io/id`, the pod has no such key',
    remedy: 'Fix: the selector becomes the hostname label that the pod has.',
  },
  S11: { detected: 'a selector key whose value KubeVirt or a template changes', remedy: SELECT_THIS_VM },
  S12: {
    detected: 'pods that the selector matches, by owner',
    remedy:
      'Right for several VMs behind one name. After a clone, replace the labels of the clone, or the selector of the Service: no fix is offered, because the others would lose the Service.',
  },
  S13: { detected: 'namespaces of Service and VM', remedy: "Create the Service in the VM's project." },
  S14: { detected: 'a selector key that the VM webhook refuses in templates', remedy: SELECT_THIS_VM },
  S15: {
    detected: 'a selector key that KubeVirt writes on the pod, with another value',
    remedy: 'Use the current value in the selector.',
  },
  S16: { detected: '`metadata.deletionTimestamp` of the Service', remedy: 'Use another Service.' },
  S17: {
    detected: 'label `service.kubernetes.io/service-proxy-name` of the Service',
    remedy: 'Remove the label, unless the proxy is intended.',
  },
  S18: {
    detected: '`internalTrafficPolicy`, `nodeName` of the endpoints; it blocks where they have none',
    remedy: 'Use Cluster if clients are on other nodes.',
  },
  S19: { detected: '`status.conditions` of the Service', remedy: 'Fix the cause that the controller names.' },
  ...VM_WORDS,
  L1: {
    detected: '`status.loadBalancer.ingress`; warnings about the Service, if Events were read',
    remedy: 'Ask whoever runs the provider; until then, use the node ports.',
  },
  L2: { detected: '`hostname` of the load balancer', remedy: 'Wait for DNS.' },
  L3: {
    detected: '`externalTrafficPolicy`, `nodeName` of the endpoints; it blocks outside clients where they have none',
    remedy: "Use Cluster if the client's address does not matter.",
  },
  L4: { detected: '`loadBalancerSourceRanges`', remedy: "Add the client's range." },
  L5: { detected: '`loadBalancerClass` while there is no address', remedy: 'Ask which classes the cluster has.' },
  L6: { detected: '`ports[].error` of the load balancer', remedy: 'Use another Service for these ports.' },
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
      'Fix: the port that the Route means is set, by its name or else by the number at the pod. ' +
      'No fix if that is a guess, or if other Services share the Route.',
  },
  R2: {
    detected: 'condition `Admitted` of the Route is False; blocking if it is True for no other router',
    remedy: 'Choose another host, or ask who has it.',
  },
  R3: { detected: 'target port of the Route', remedy: 'Use a load balancer or a node port.' },
  R4: { detected: '`tls.termination` against the target port', remedy: 'Check that it is intended.' },
  R5: { detected: 'type of the Service that a Route points to', remedy: 'Use a ClusterIP Service.' },
  R6: {
    detected: 'no `spec.port` of the Route, several TCP ports of the Service',
    remedy: 'Fix: the one port that can be HTTP is set. No fix if other Services share the Route.',
  },
  R7: {
    detected: '`weight` of the Service in `spec.to` or `spec.alternateBackends` of the Route is 0',
    remedy: 'Nothing to do if it is intended; otherwise, increase the weight of the Service.',
  },
  R8: {
    detected: 'no condition `Admitted` of the Route; only a note within its first minute',
    remedy: 'Ask which routers serve the project, and by which labels they select Routes.',
  },
  R9: {
    detected:
      '`tls.termination` reencrypt without `destinationCACertificate`, ' +
      'unless the Service asks for a certificate of the service CA',
    remedy: "Add the CA of the guest's certificate to the Route.",
  },
  R10: {
    detected: 'annotation `ip_allowlist` or `ip_whitelist` of the Route, if the router follows it',
    remedy: "Add the client's range.",
  },
  R11: {
    detected: '`sessionAffinity` ClientIP of a Service that a Route points to',
    remedy: 'Nothing to do.',
  },
  R12: { detected: 'protocol UDP of the port that a Route asks for', remedy: 'Use a load balancer or a node port.' },
  K1: {
    detected: 'NetworkPolicies of the project, evaluated from their text for five kinds of clients',
    remedy:
      'Fix: another policy for this VM and the blocked ports. It allows the project if no client is allowed, ' +
      'the router if there is a Route, and outside clients if the type is NodePort or LoadBalancer.',
  },
  K2: {
    detected:
      'served kinds of AdminNetworkPolicy, ClusterNetworkPolicy, MultiNetworkPolicy, Cilium, Calico and Istio ' +
      'whose policies were not read',
    remedy: 'Ask a cluster administrator.',
  },
  K3: { detected: 'cannot be read', remedy: "Look at the client's project." },
  K5: {
    detected: 'policies of the same kinds that were read',
    remedy: 'Check whether one of them selects the pod, or ask who created it.',
  },
  K4: {
    detected: '`ipBlock` of NetworkPolicies for a node port or a load balancer, `externalTrafficPolicy` Cluster',
    remedy: "Try it from outside; external traffic policy Local keeps the client's address.",
  },
  G1: {
    detected: 'nothing before the guest blocks',
    remedy: "Run the connection test, or look at the guest's console.",
  },
  A1: {
    detected: '`ownerReferences` of the Service',
    remedy: 'Fix: the VM becomes the owner, if a running instance owns it.',
  },
  A2: { detected: 'owner references, labels and annotations of Argo CD, Flux, Helm, OLM, pools', remedy: BY_HAND },
  A3: {
    detected: 'permissions of the user against the steps of the fixes',
    remedy: 'Send the commands to someone who has permission.',
  },
};
