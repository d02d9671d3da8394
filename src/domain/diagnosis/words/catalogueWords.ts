import type { BlindSpotCode, RuleCode } from '../finding';

interface Words {
  /** which objects and fields tell it */
  readonly detected: string;
  readonly remedy: string;
}

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
    remedy: 'Fix: the selector is narrowed to this VM. Right as it is for several VMs behind one name.',
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
  V1: { detected: 'no instance; `status.printableStatus` of the VM', remedy: 'Fix: start, where KubeVirt takes one.' },
  V2: {
    detected: "`status.printableStatus` of the VM, with its condition's message",
    remedy: 'Mend what virt-controller names: node, image, volume.',
  },
  V3: { detected: '`status.phase` of the instance, `status.stateChangeRequests` of the VM', remedy: 'Wait.' },
  V4: {
    detected: 'condition `Paused` of the instance, with its reason',
    remedy: 'Fix: unpause. After an I/O error mend the storage first.',
  },
  V5: {
    detected: '`status.phase` of the instance is Succeeded or Failed',
    remedy: 'Fix: start, where KubeVirt takes one.',
  },
  V6: { detected: '`status.migrationState` of the instance, two pods', remedy: 'Wait.' },
  V7: {
    detected: 'selector label in the template, not on the instance',
    remedy: 'Fix: restart of the VM; a reboot inside the guest keeps its pod.',
  },
  P1: {
    detected: 'condition `Ready` of the pod, with its reason',
    remedy: 'Fix: `publishNotReadyAddresses`, unless the guest is paused. Better: mend the probe or the guest.',
  },
  P2: { detected: '`status.podIPs` of the pod', remedy: 'Wait, or look why the pod has ended.' },
  P3: {
    detected: '`spec.readinessProbe` of the instance on a user-defined network',
    remedy: 'Use a guestAgentPing probe.',
  },
  E1: {
    detected: 'no endpoint whose `targetRef.uid` is the pod',
    remedy: 'Wait some seconds; then look at kube-controller-manager.',
  },
  E2: { detected: '`conditions.ready` of the endpoint', remedy: 'Mend what keeps the pod from being ready.' },
  E3: {
    detected:
      '`ports` of the EndpointSlice against those of the Service; a caveat for a headless Service, which DNS resolves',
    remedy: 'Fix: the target port becomes a number.',
  },
  E4: {
    detected: 'endpoint address against pod and instance addresses; without a selector of all endpoints',
    remedy: 'Delete the slice that is stale or made by hand.',
  },
  E5: {
    detected: '`status.interfaces[].ipAddress` of the instance; a caveat where the guest agent reports the interface',
    remedy: 'Check the interface in the guest, or install the guest agent.',
  },
  E6: {
    detected: "`spec.ipFamilies` of the Service against the pod's addresses",
    remedy: 'Make the Service of the families that the pod has.',
  },
  E7: { detected: 'label `endpointslice.kubernetes.io/managed-by` of every slice', remedy: 'Use a selector instead.' },
  E8: {
    detected: 'addresses of every slice against those of the VM and of the selected pods',
    remedy: 'Delete the slice, or the Endpoints that it is copied from.',
  },
  N1: { detected: '`spec.networks` of the instance', remedy: 'Add an interface on the pod network and restart.' },
  N2: {
    detected:
      '`ports` and `portRanges` of the interface against the target ports (masquerade, passt; a caveat for binding plugins)',
    remedy: "Fix: the template's list gets the port, restart.",
  },
  N3: { detected: '`ports` and `portRanges` of the interface in template and instance', remedy: 'Fix: restart.' },
  N4: {
    detected: '`state` of the interface, `linkState` of the instance',
    remedy:
      "Fix: the template's `state` becomes `up`, which a running VM takes over. " +
      'An interface that is `absent` has to be plugged in again.',
  },
  N5: { detected: '`bridge` on the pod network', remedy: 'Use masquerade where the VM has to migrate.' },
  N6: { detected: 'protocol SCTP of a port', remedy: 'Try it; use TCP or UDP where it does not pass.' },
  N7: {
    detected: 'annotation or label `sidecar.istio.io/inject` of the pod, and target ports 15000 to 15090',
    remedy: 'Use another port.',
  },
  N8: {
    detected: 'endpoint address on a secondary interface',
    remedy: 'Lead to the address on the pod network, or use the secondary one without a Service.',
  },
  N9: {
    detected:
      'label `istio.io/dataplane-mode` of pod and project, annotation `ambient.istio.io/redirection` of the pod',
    remedy: 'Label the VM template with `istio.io/dataplane-mode: none`, or use a sidecar.',
  },
  N10: {
    detected: '`status.interfaces[]` of the instance has addresses of 169.254.0.0/16 or fe80::/10 only',
    remedy: 'Mend DHCP in the guest.',
  },
  U1: { detected: 'NetworkAttachmentDefinition with role primary, label of the namespace', remedy: 'Nothing to mend.' },
  U2: {
    detected: 'an endpoint, but no slice with `k8s.ovn.org/service-name` of the mirror controller',
    remedy: "Look at the UserDefinedNetwork's status.",
  },
  U3: {
    detected: 'type ClusterIP on a user-defined network',
    remedy: 'Use a node port or a load balancer for clients of other networks.',
  },
  U4: { detected: 'no selector, slices made by hand, on a user-defined network', remedy: 'Use a selector.' },
  U5: { detected: '`clusterIP: None` on a user-defined network', remedy: 'Use a ClusterIP Service.' },
  U6: { detected: 'topology layer3 of the network', remedy: 'VMs need a layer2 network.' },
  U7: { detected: 'node ports on a user-defined network', remedy: 'Connect by another node, or by a load balancer.' },
  H1: {
    detected: "`spec.subdomain` of the pod against the headless Service's name",
    remedy:
      'Fix: the template gets the subdomain, restart; not where its subdomain is another headless Service, ' +
      'whose name would be lost. That is a caveat only.',
  },
  H2: { detected: '`spec.subdomain` of template and pod', remedy: 'Fix: restart.' },
  H3: {
    detected: "`hostname` of the endpoint, where the pod's `spec.subdomain` is right",
    remedy: 'Mend the hostname of the template, restart.',
  },
  H4: {
    detected: '`spec.subdomain` of the template, headless Services of that name',
    remedy:
      'Fix: the headless Service is made. One of that name that has a cluster IP: edit it to be headless, ' +
      'or choose another subdomain.',
  },
  H5: { detected: 'pod not ready, `publishNotReadyAddresses` not set', remedy: 'Fix: `publishNotReadyAddresses`.' },
  H6: { detected: 'hostname and subdomain of the other selected pods', remedy: 'Give one of them another hostname.' },
  H7: { detected: 'target ports of a headless Service', remedy: 'Clients use the target port.' },
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
  K2: { detected: 'APIs of AdminNetworkPolicy and MultiNetworkPolicy', remedy: 'Ask a cluster administrator.' },
  K3: { detected: 'cannot be seen', remedy: "Look at the client's project." },
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
