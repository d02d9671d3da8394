import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { NicPendingFacts } from '../../../domain/diagnosis/rules/nic/nicPendingRules';
import type { NicFacts } from '../../../domain/diagnosis/rules/nic/nicRules';
import type { WordingOf } from './wording';

const missingText = ({ missing }: NicFacts['N2']): string =>
  missing.map(({ target, protocol }) => `${target}/${protocol}`).join(', ');
const sctpText = ({ ports }: NicPendingFacts['N6']): string => ports.map((port) => `${port}/SCTP`).join(', ');

/** Network interface. */
export const NIC_WORDING = {
  N1: {
    title: (t) => t('VM is not on the pod network'),
    says: (t, { object }) =>
      t('Services send traffic over the pod network only. Add an interface on it to {{name}}, and restart.', {
        name: object.names.join(', '),
      }),
    shows: ({ networks }) => ({ actual: networks.join(', '), needed: 'pod: {}' }),
  },
  N2: {
    title: (t, { facts }) => {
      if (facts.plugin) return t('Network interface does not list every port');
      return facts.missing.length > 1
        ? t('Network interface blocks some ports')
        : t('Network interface blocks {{needed}}', { needed: missingText(facts) });
    },
    says: (t, { facts }) =>
      facts.plugin
        ? t(
            'The interface lists {{actual}} without {{needed}}. Its binding plugin {{name}} decides whether that is blocked.',
            {
              actual: facts.listed,
              needed: missingText(facts),
              name: facts.plugin,
            },
          )
        : t('The ports list of the interface allows {{actual}} only. Add {{needed}} to the list.', {
            actual: facts.listed,
            needed: missingText(facts),
          }),
    fixLabel: (t, { facts }) =>
      facts.missing.length > 1 ? t('Allow these ports') : t('Allow {{needed}}', { needed: missingText(facts) }),
    shows: (facts) => ({ actual: facts.listed, needed: missingText(facts) }),
  },
  N3: {
    title: (t) => t('Interface change needs a restart'),
    says: (t, { facts }) =>
      facts.wanted
        ? t('The ports list of the interface was changed to {{needed}}. Restart the VM to apply it.', {
            needed: facts.wanted,
          })
        : t('The ports list of the interface was removed, so all ports are allowed after a restart of the VM.'),
    fixLabel: (t) => t('Restart VM'),
    shows: ({ listed, wanted }) => ({ actual: listed, needed: wanted }),
  },
  N4: {
    title: (t) => t('Network link is down'),
    says: (t, { facts }) =>
      t('The guest sees an unplugged cable: the interface is {{actual}}. Connect the link.', { actual: facts.state }),
    fixLabel: (t) => t('Connect link'),
    shows: ({ state }) => ({ actual: state, needed: 'up' }),
  },
  N5: {
    title: (t) => t('Bridge interface: no live migration'),
    says: (t) =>
      t('Services work, over IPv4 only. To migrate the VM, use masquerade, or the annotation that allows a bridge.'),
    shows: () => ({ actual: 'bridge', needed: 'masquerade' }),
  },
  N6: {
    title: (t) => t('SCTP might not reach the guest'),
    says: (t, { facts }) =>
      t(
        'Not every network forwards {{actual}}, and an interface can list TCP and UDP only. Try it, or use TCP or UDP.',
        {
          actual: sctpText(facts),
        },
      ),
    shows: (facts) => ({ actual: sctpText(facts), needed: 'TCP, UDP' }),
  },
  N7: {
    title: (t) => t('Port is reserved by Istio'),
    says: (t, { facts }) =>
      t('The Istio sidecar of the pod uses {{actual}}. Use another target port.', { actual: facts.targets.join(', ') }),
    shows: ({ targets }) => ({ actual: targets.join(', ') }),
  },
  N8: {
    title: (t) => t('Endpoint is on a secondary network'),
    says: (t, { facts: { secondary, podAddress } }) =>
      podAddress
        ? t(
            'The address {{actual}} works only if the nodes have a route to it. On the pod network, the VM has {{needed}}.',
            {
              actual: secondary.join(', '),
              needed: podAddress,
            },
          )
        : t('The address {{actual}} works only if the nodes have a route to it. The VM is not on the pod network.', {
            actual: secondary.join(', '),
          }),
    shows: ({ secondary, podAddress }) => ({ actual: secondary.join(', '), needed: podAddress }),
  },
  N9: {
    title: (t) => t('Istio ambient mesh might block the guest'),
    says: (t, { object, facts: { by } }) =>
      by === 'pod'
        ? t(
            'KubeVirt does not support the ambient mesh of pod {{name}}. Label the VM template with istio.io/dataplane-mode: none.',
            { name: object.names.join(', ') },
          )
        : t(
            'KubeVirt does not support the ambient mesh of project {{name}}. Label the VM template with istio.io/dataplane-mode: none.',
            { name: object.names.join(', ') },
          ),
    shows: () => ({ actual: 'ambient', needed: 'none' }),
  },
  N10: {
    title: (t) => t('Guest got no address from DHCP'),
    says: (t, { facts }) =>
      t('The guest has only {{actual}}, and does not answer at the pod address. Renew the DHCP lease in the guest.', {
        actual: facts.addresses.join(', '),
      }),
    shows: ({ addresses }) => ({ actual: addresses.join(', ') }),
  },
} satisfies WordingOf<CodeOf<'nic'>>;
