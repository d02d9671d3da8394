import type { CodeOf } from '../../../domain/diagnosis/finding';
import { PRIMARY_NETWORK_LABEL } from '../../../domain/network/primaryNetwork';
import type { SentencesOf } from './sentence';

/** Primary user-defined network. */
export const UDN_SENTENCES = {
  U1: {
    says: (t, { object, facts }) =>
      facts.proof === 'label'
        ? t(
            'The project {{name}} is labelled for a primary user-defined network, but no such network was found. If there is one, what is checked on the default network may not hold.',
            { name: object.names.join(', ') },
          )
        : t(
            "The virtual machines of this project are on the user-defined network {{name}}, not on the cluster's default network.",
            { name: object.names.join(', ') },
          ),
    shows: (facts) => ({ actual: facts.proof === 'label' ? PRIMARY_NETWORK_LABEL : facts.topology }),
  },
  U2: {
    says: (t) =>
      t(
        'OVN-Kubernetes has not mirrored the endpoints to the user-defined network, so on it the Service leads nowhere.',
      ),
    shows: ({ service }) => ({ needed: service }),
  },
  U3: {
    says: (t) =>
      t(
        'The cluster IP of this Service can be reached only from pods and virtual machines of the same user-defined network; other projects, and perhaps Routes, cannot use it. A node port or a load balancer can be reached from elsewhere.',
      ),
    shows: () => ({ actual: 'ClusterIP', needed: 'NodePort, LoadBalancer' }),
  },
  U4: {
    says: (t) =>
      t(
        'A Service without a selector does not work on a user-defined network: endpoints that are made by hand are not mirrored to it.',
      ),
    shows: () => ({ needed: 'endpointslice-controller.k8s.io' }),
  },
  U5: {
    says: (t) =>
      t(
        'A headless Service is not supported on a user-defined network: its names lead to addresses of the default network, where the virtual machine does not answer.',
      ),
    shows: () => ({ actual: 'None' }),
  },
  U6: {
    says: (t, { object }) =>
      t('The primary network {{name}} has the topology layer3. Virtual machines need layer2.', {
        name: object.names.join(', '),
      }),
    shows: () => ({ actual: 'layer3', needed: 'layer2' }),
  },
  U7: {
    says: (t, { facts: { nodePorts, node } }) =>
      node
        ? t(
            'From a pod on the same node ({{needed}}) the node ports {{actual}} cannot be reached on a user-defined network.',
            { actual: nodePorts.join(', '), needed: node },
          )
        : t(
            "From a pod on the virtual machine's own node the node ports {{actual}} cannot be reached on a user-defined network.",
            { actual: nodePorts.join(', ') },
          ),
    shows: ({ nodePorts, node }) => ({ actual: nodePorts.join(', '), needed: node }),
  },
} satisfies SentencesOf<CodeOf<'udn'>>;
