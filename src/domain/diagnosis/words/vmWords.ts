import type { VmCode } from './vmExamples';

/** What docs/diagnosis.md says of a code. */
export interface Words {
  /** which objects and fields tell it */
  readonly detected: string;
  readonly remedy: string;
}

/** The words of the codes of the VM itself and of the way to it. */
export const VM_WORDS: Readonly<Record<VmCode, Words>> = {
  V1: { detected: 'no instance; `status.printableStatus` of the VM', remedy: 'Fix: start, if KubeVirt accepts one.' },
  V2: {
    detected: "`status.printableStatus` of the VM, with its condition's message",
    remedy: 'Fix the cause that virt-controller names: node, image, volume.',
  },
  V3: { detected: '`status.phase` of the instance, `status.stateChangeRequests` of the VM', remedy: 'Wait.' },
  V4: {
    detected: 'condition `Paused` of the instance, with its reason',
    remedy: 'Fix: unpause. After an I/O error, fix the storage first.',
  },
  V5: {
    detected: '`status.phase` of the instance is Succeeded or Failed',
    remedy: 'Fix: start, if KubeVirt accepts one.',
  },
  V6: { detected: '`status.migrationState` of the instance, two pods', remedy: 'Wait.' },
  V7: {
    detected: 'selector label in the template, not on the instance',
    remedy: 'Fix: restart of the VM; a reboot inside the guest keeps its pod.',
  },
  P1: {
    detected: 'condition `Ready` of the pod, with its reason',
    remedy: 'Fix: `publishNotReadyAddresses`, unless the guest is paused. Better: fix the probe or the guest.',
  },
  P2: { detected: '`status.podIPs` of the pod', remedy: 'Wait, or check why the pod has ended.' },
  P3: {
    detected: '`spec.readinessProbe` of the instance on a user-defined network',
    remedy: 'Use a guestAgentPing probe.',
  },
  E1: {
    detected: 'no endpoint whose `targetRef.uid` is the pod',
    remedy: 'Wait some seconds, then check kube-controller-manager.',
  },
  E2: { detected: '`conditions.ready` of the endpoint', remedy: 'Fix what keeps the pod from being ready.' },
  E3: {
    detected:
      '`ports` of the EndpointSlice against those of the Service; a limitation for a headless Service, which DNS resolves',
    remedy: 'Fix: the target port becomes a number.',
  },
  E4: {
    detected: 'endpoint address against pod and instance addresses; without a selector of all endpoints',
    remedy: 'Delete the slice that is outdated or made by hand.',
  },
  E5: {
    detected: '`status.interfaces[].ipAddress` of the instance; a limitation if the guest agent reports the interface',
    remedy: 'Check the interface in the guest, or install the guest agent.',
  },
  E6: {
    detected: "`spec.ipFamilies` of the Service against the pod's addresses",
    remedy: 'Create the Service with the IP families of the pod.',
  },
  E7: { detected: 'label `endpointslice.kubernetes.io/managed-by` of every slice', remedy: 'Use a selector instead.' },
  E8: {
    detected: 'addresses of every slice against those of the VM and of the selected pods',
    remedy: 'Delete the slice, or the Endpoints that it is copied from.',
  },
  N1: { detected: '`spec.networks` of the instance', remedy: 'Add an interface on the pod network and restart.' },
  N2: {
    detected:
      '`ports` and `portRanges` of the interface against the target ports (masquerade, passt; a limitation for binding plugins)',
    remedy: 'Fix: the port is added to the list in the template, restart.',
  },
  N3: { detected: '`ports` and `portRanges` of the interface in template and instance', remedy: 'Fix: restart.' },
  N4: {
    detected: '`state` of the interface, `linkState` of the instance',
    remedy:
      'Fix: the `state` in the template becomes `up`, which applies to a running VM. ' +
      'An interface that is `absent` has to be plugged in again.',
  },
  N5: { detected: '`bridge` on the pod network', remedy: 'Use masquerade if the VM has to migrate.' },
  N6: { detected: 'protocol SCTP of a port', remedy: 'Try it; use TCP or UDP if it does not work.' },
  N7: {
    detected: 'annotation or label `sidecar.istio.io/inject` of the pod, and target ports 15000 to 15090',
    remedy: 'Use another port.',
  },
  N8: {
    detected: 'endpoint address on a secondary interface',
    remedy: 'Use the address on the pod network, or the secondary one without a Service.',
  },
  N9: {
    detected:
      'label `istio.io/dataplane-mode` of pod and project, annotation `ambient.istio.io/redirection` of the pod',
    remedy: 'Label the VM template with `istio.io/dataplane-mode: none`, or use a sidecar.',
  },
  N10: {
    detected: '`status.interfaces[]` of the instance has addresses of 169.254.0.0/16 or fe80::/10 only',
    remedy: 'Fix DHCP in the guest.',
  },
  U1: { detected: 'NetworkAttachmentDefinition with role primary, label of the namespace', remedy: 'Nothing to do.' },
  U2: {
    detected: 'an endpoint, but no slice with `k8s.ovn.org/service-name` of the mirror controller',
    remedy: 'Check the status of the UserDefinedNetwork.',
  },
  U3: {
    detected: 'type ClusterIP on a user-defined network',
    remedy: 'Use a node port or a load balancer for clients of other networks.',
  },
  U4: { detected: 'no selector, slices made by hand, on a user-defined network', remedy: 'Use a selector.' },
  U5: { detected: '`clusterIP: None` on a user-defined network', remedy: 'Use a ClusterIP Service.' },
  U6: { detected: 'topology layer3 of the network', remedy: 'VMs need a layer2 network.' },
  U7: { detected: 'node ports on a user-defined network', remedy: 'Connect through another node or a load balancer.' },
  H1: {
    detected: "`spec.subdomain` of the pod against the headless Service's name",
    remedy:
      'Fix: the subdomain is set in the template, restart. No fix if its subdomain is another headless Service, ' +
      'whose DNS name would be lost; that is a limitation only.',
  },
  H2: { detected: '`spec.subdomain` of template and pod', remedy: 'Fix: restart.' },
  H3: {
    detected: "`hostname` of the endpoint, where the pod's `spec.subdomain` is right",
    remedy: 'Set the hostname in the template, restart.',
  },
  H4: {
    detected: '`spec.subdomain` of the template, headless Services of that name',
    remedy:
      'Fix: the headless Service is created. If one with that name has a cluster IP, make it headless, ' +
      'or use another subdomain.',
  },
  H5: { detected: 'pod not ready, `publishNotReadyAddresses` not set', remedy: 'Fix: `publishNotReadyAddresses`.' },
  H6: {
    detected: 'hostname and subdomain of the other selected pods',
    remedy: 'Set another hostname for one of them.',
  },
  H7: { detected: 'target ports of a headless Service', remedy: 'Clients use the target port.' },
};
