import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { NicPendingFacts } from '../../../domain/diagnosis/rules/nic/nicPendingRules';
import type { NicFacts } from '../../../domain/diagnosis/rules/nic/nicRules';
import type { SentencesOf } from './sentence';

const missingText = ({ missing }: NicFacts['N2']): string =>
  missing.map(({ target, protocol }) => `${target}/${protocol}`).join(', ');
const sctpText = ({ ports }: NicPendingFacts['N6']): string => ports.map((port) => `${port}/SCTP`).join(', ');

/** Network interface. */
export const NIC_SENTENCES = {
  N1: {
    says: (t, { object }) =>
      t('The virtual machine {{name}} is not on the pod network, and Services reach nothing else.', {
        name: object.names.join(', '),
      }),
    shows: ({ networks }) => ({ actual: networks.join(', '), needed: 'pod: {}' }),
  },
  N2: {
    says: (t, { facts }) =>
      facts.plugin
        ? t(
            'The network interface lists {{actual}}, without {{needed}}. Whether that is blocked is up to its binding plugin {{name}}.',
            { actual: facts.listed, needed: missingText(facts), name: facts.plugin },
          )
        : t(
            'The network interface lets only {{actual}} through to the guest; {{needed}} is missing in its ports list.',
            {
              actual: facts.listed,
              needed: missingText(facts),
            },
          ),
    shows: (facts) => ({ actual: facts.listed, needed: missingText(facts) }),
  },
  N3: {
    says: (t, { facts }) =>
      t(
        'The ports list of the network interface was changed to {{needed}}, which takes effect when the virtual machine is restarted.',
        { needed: facts.wanted || t('everything') },
      ),
    shows: ({ listed, wanted }) => ({ actual: listed, needed: wanted }),
  },
  N4: {
    says: (t, { facts }) =>
      t('The link of the network interface is {{actual}}: the guest sees an unplugged cable.', {
        actual: facts.state,
      }),
    shows: ({ state }) => ({ actual: state, needed: 'up' }),
  },
  N5: {
    says: (t) =>
      t(
        'The interface is bridged to the pod network. Services work, over IPv4 only, and the virtual machine cannot migrate unless an annotation allows it.',
      ),
    shows: () => ({ actual: 'bridge', needed: 'masquerade' }),
  },
  N6: {
    says: (t, { facts }) =>
      t(
        'The Service has {{actual}}. The ports list of an interface knows TCP and UDP only, and not every network passes SCTP on.',
        { actual: sctpText(facts) },
      ),
    shows: (facts) => ({ actual: sctpText(facts), needed: 'TCP, UDP' }),
  },
  N7: {
    says: (t, { facts }) =>
      t('The port {{actual}} is one that the Istio sidecar of the pod keeps for itself.', {
        actual: facts.targets.join(', '),
      }),
    shows: ({ targets }) => ({ actual: targets.join(', ') }),
  },
  N8: {
    says: (t, { facts: { secondary, podAddress } }) =>
      podAddress
        ? t(
            'The endpoint is {{actual}}, an address of a secondary network. That works only where the nodes have a route to this network. On the pod network the virtual machine has {{needed}}.',
            { actual: secondary.join(', '), needed: podAddress },
          )
        : t(
            'The endpoint is {{actual}}, an address of a secondary network. That works only where the nodes have a route to this network. The virtual machine is not on the pod network.',
            { actual: secondary.join(', ') },
          ),
    shows: ({ secondary, podAddress }) => ({ actual: secondary.join(', '), needed: podAddress }),
  },
  N9: {
    says: (t, { object, facts: { by } }) =>
      by === 'pod'
        ? t(
            'The pod {{name}} is in an Istio ambient mesh, which takes its connections before they get to the guest. KubeVirt does not support that: the guest may not be reached.',
            { name: object.names.join(', ') },
          )
        : t(
            'The project {{name}} is in an Istio ambient mesh, which takes the connections before they get to the guest. KubeVirt does not support that: the guest may not be reached.',
            { name: object.names.join(', ') },
          ),
    shows: () => ({ actual: 'ambient', needed: 'none' }),
  },
  N10: {
    says: (t, { facts }) =>
      t(
        'The guest has only {{actual}}, an address that it gave itself because DHCP did not answer. It does not answer at the address of the pod. Check in the guest that the interface uses DHCP, and renew its lease.',
        { actual: facts.addresses.join(', ') },
      ),
    shows: ({ addresses }) => ({ actual: addresses.join(', ') }),
  },
} satisfies SentencesOf<CodeOf<'nic'>>;
