import type { BlindSpotCode, CodeOf } from '../../../domain/diagnosis/finding';
import type { PolicyFacts } from '../../../domain/diagnosis/rules/policyRules';
import type { Text } from '../../useText';
import type { WordingOf } from './wording';

type Ports = Pick<PolicyFacts['K1'], 'ports'>;

/** The ports as text; '' where the Service has none, so that any is meant. */
const portsText = ({ ports }: Ports): string =>
  ports.flatMap((port) => (port ? `${port.port}/${port.protocol}` : [])).join(', ');

const policiesText = ({ policies }: PolicyFacts['K5']): string =>
  policies.map(({ kind, names = [] }) => `${kind} ${names.join(', ')}`).join('; ');

/** Network policies. */
export const POLICY_WORDING = {
  K1: {
    title: (t, { facts }) => {
      if (!facts.isForNobody) return t('Network policy allows only some clients');
      const needed = portsText(facts);
      if (needed === '') return t('Network policy blocks all traffic');
      return facts.ports.length > 1
        ? t('Network policy blocks several ports')
        : t('Network policy blocks {{needed}}', { needed });
    },
    says: (t, { object, facts }) => {
      const values = { needed: portsText(facts), name: object.names.join(', ') };
      if (values.needed === '')
        return facts.isForNobody
          ? t('No rule in {{name}} allows traffic to this VM. Add a network policy that does.', values)
          : t('The rules in {{name}} do not allow all clients. Add a network policy if yours cannot connect.', values);
      return facts.isForNobody
        ? t('No rule in {{name}} allows {{needed}} to this VM. Add a network policy that does.', values)
        : t(
            'The rules in {{name}} do not allow all clients on {{needed}}. Add a network policy if yours is blocked.',
            values,
          );
    },
    fixLabel: (t, { facts }) =>
      facts.ports.length > 1 ? t('Allow these ports') : t('Allow {{needed}}', { needed: portsText(facts) }),
    shows: (facts) => ({
      needed: portsText(facts),
      admissions: facts.admissions,
    }),
    caution: (t) =>
      t(
        'Based on the text of the network policies. Traffic was not tested, and policies of other types were not checked.',
      ),
  },
  K4: {
    title: (t) => t('Network policy might block outside clients'),
    says: (t, { facts }) =>
      t(
        'Policy {{name}} allows {{actual}}, but can see a node address instead. External traffic policy Local keeps the address.',
        {
          name: facts.policies.join(', '),
          actual: facts.blocks.join(', '),
        },
      ),
    shows: ({ blocks }) => ({ actual: blocks.join(', ') }),
  },
  K5: {
    title: (t) => t('Other policy types were not checked'),
    says: (t, { facts }) =>
      t('Found, but not checked: {{actual}}. Check that none of them blocks clients of this VM.', {
        actual: policiesText(facts),
      }),
    shows: (facts) => ({ actual: policiesText(facts) }),
  },
} satisfies WordingOf<CodeOf<'policy'>>;

/**
 * Why nothing is said of what cannot be seen.
 * @param kinds of policies that were not read; undefined while it is not known which kinds there are
 */
export const BLIND_SPOT_SENTENCES: Readonly<
  Record<BlindSpotCode, (t: Text, kinds: readonly string[] | undefined) => string>
> = {
  K2: (t, kinds) =>
    kinds
      ? t('Other policy types were not read: {{kinds}}. They can block clients, too.', { kinds: kinds.join(', ') })
      : t('The policy types of this cluster were not read. They can block clients, too.'),
  K3: (t) => t("Egress policies and firewalls on the client's side cannot be read from here."),
};
