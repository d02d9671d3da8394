import type { CodeOf } from '../../../domain/diagnosis/finding';
import { PRIMARY_NETWORK_LABEL } from '../../../domain/network/primaryNetwork';
import type { WordingOf } from './wording';

/** Primary user-defined network. */
export const UDN_WORDING = {
  U1: {
    title: (t, { facts }) =>
      facts.proof === 'label'
        ? t('User-defined network: not found')
        : t('User-defined network: replaces the default network'),
    says: (t, { object, facts }) =>
      facts.proof === 'label'
        ? t(
            'Project {{name}} is labeled for a user-defined network. If it exists, results for the default network do not apply.',
            {
              name: object.names.join(', '),
            },
          )
        : t(
            'VMs in this project use the user-defined network {{name}} instead of the default network of the cluster.',
            {
              name: object.names.join(', '),
            },
          ),
    shows: (facts) => ({ actual: facts.proof === 'label' ? PRIMARY_NETWORK_LABEL : facts.topology }),
  },
  U2: {
    title: (t) => t('User-defined network: endpoint is missing'),
    says: (t) =>
      t('OVN-Kubernetes has not mirrored the endpoints to this network. Check the status of the UserDefinedNetwork.'),
    shows: ({ service }) => ({ needed: service }),
  },
  U3: {
    title: (t) => t('User-defined network: only this network can connect'),
    says: (t) =>
      t('The cluster IP works for pods and VMs of this network. For all others, use a node port or a load balancer.'),
    shows: () => ({ actual: 'ClusterIP', needed: 'NodePort, LoadBalancer' }),
  },
  U4: {
    title: (t) => t('User-defined network: a selector is required'),
    says: (t) => t('Endpoints that are made by hand are not mirrored to this network. Add a selector to the Service.'),
    shows: () => ({ needed: 'endpointslice-controller.k8s.io' }),
  },
  U5: {
    title: (t) => t('User-defined network: headless Services are not supported'),
    says: (t) =>
      t('DNS returns addresses of the default network, where the VM does not answer. Use a ClusterIP Service.'),
    shows: () => ({ actual: 'None' }),
  },
  U6: {
    title: (t) => t('User-defined network: layer 2 is required'),
    says: (t, { object }) =>
      t('Network {{name}} has the topology layer3, which VMs cannot use. Use a network with layer2.', {
        name: object.names.join(', '),
      }),
    shows: () => ({ actual: 'layer3', needed: 'layer2' }),
  },
  U7: {
    title: (t) => t('User-defined network: no node port from the same node'),
    says: (t, { facts: { nodePorts, node } }) =>
      node
        ? t(
            'Pods on node {{needed}} cannot use node port {{actual}}. Connect through another node or a load balancer.',
            {
              actual: nodePorts.join(', '),
              needed: node,
            },
          )
        : t("Pods on the VM's node cannot use node port {{actual}}. Connect through another node or a load balancer.", {
            actual: nodePorts.join(', '),
          }),
    shows: ({ nodePorts, node }) => ({ actual: nodePorts.join(', '), needed: node }),
  },
} satisfies WordingOf<CodeOf<'udn'>>;
