import type { Sentences } from './findingText';

/** Sentences for interface (N), user-defined network (U), headless names (H), load balancer (L), node port and admission (O), Route (R), policies (K) and guest (G). */
export const NETWORK_SENTENCES: Sentences = {
  N1: (t, { object }) =>
    t('The virtual machine {{name}} is not on the pod network, and Services reach nothing else.', { name: object.name }),
  N2: (t, { actual, needed }) =>
    t('The network interface lets only {{actual}} through to the guest; {{needed}} is missing in its ports list.', { actual, needed }),
  K1: (t, { grade, needed, object }) =>
    grade === 'blocks'
      ? t('No client is let in on {{needed}}: the network policies {{name}} select this virtual machine, and none of their rules allows it.', { needed, name: object.name })
      : t('Not every client is let in on {{needed}}: the network policies {{name}} select this virtual machine and allow only some.', { needed, name: object.name }),
  U1: (t, { object }) =>
    object.kind === 'Namespace'
      ? t('The project {{name}} is labelled for a primary user-defined network, but no such network was found. If there is one, what is checked on the default network may not hold.', { name: object.name })
      : t('The virtual machines of this project are on the user-defined network {{name}}, not on the cluster\'s default network.', { name: object.name }),
  U3: (t) =>
    t('The cluster IP of this Service can be reached only from pods and virtual machines of the same user-defined network; other projects, and perhaps Routes, cannot use it. A node port or a load balancer can be reached from elsewhere.'),
  U5: (t) =>
    t('A headless Service is not supported on a user-defined network: its names lead to addresses of the default network, where the virtual machine does not answer.'),
  U6: (t, { object }) =>
    t('The primary network {{name}} has the topology layer3. Virtual machines need layer2.', { name: object.name }),
};
