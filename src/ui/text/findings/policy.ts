import type { BlindSpotCode, CodeOf } from '../../../domain/diagnosis/finding';
import type { PolicyFacts } from '../../../domain/diagnosis/rules/policyRules';
import type { Text } from '../../useText';
import { policyPortText } from '../policySourceText';
import type { SentencesOf } from './sentence';

const portsText = (t: Text, { ports }: PolicyFacts['K1']): string =>
  ports.map((port) => policyPortText(t, port)).join(', ');

const policiesText = ({ policies }: PolicyFacts['K5']): string =>
  policies.map(({ kind, names = [] }) => `${kind} ${names.join(', ')}`).join('; ');

/** Network policies. */
export const POLICY_SENTENCES = {
  K1: {
    says: (t, { object, facts }) => {
      const values = { needed: portsText(t, facts), name: object.names.join(', ') };
      return facts.isForNobody
        ? t('Network policy {{name}} blocks all traffic to {{needed}}.', values)
        : t(
            'Not every client is let in on {{needed}}: the network policies {{name}} select this virtual machine and allow only some.',
            values,
          );
    },
    shows: (facts) => ({
      needed: facts.ports.map((port) => (port ? `${port.port}/${port.protocol}` : '')).join(', '),
      admissions: facts.admissions,
    }),
    caution: (t) =>
      t(
        'This was evaluated from the text of the network policies of the project; the data path was not tried, and policies of other kinds were not looked at.',
      ),
  },
  K4: {
    says: (t, { facts }) =>
      t(
        "Network policy {{name}} allows outside clients by address ({{actual}}). With external traffic policy Cluster, it may see a node's address instead of the client's and block them.",
        { name: facts.policies.join(', '), actual: facts.blocks.join(', ') },
      ),
    shows: ({ blocks }) => ({ actual: blocks.join(', ') }),
  },
  K5: {
    says: (t, { facts }) =>
      t('Policies of other kinds can block clients: {{actual}}. They were found, but not evaluated.', {
        actual: policiesText(facts),
      }),
    shows: (facts) => ({ actual: policiesText(facts) }),
  },
} satisfies SentencesOf<CodeOf<'policy'>>;

/**
 * Why nothing is said of what cannot be seen.
 * @param kinds of policies that were not read; undefined while it is not known which kinds there are
 */
export const BLIND_SPOT_SENTENCES: Readonly<
  Record<BlindSpotCode, (t: Text, kinds: readonly string[] | undefined) => string>
> = {
  K2: (t, kinds) =>
    kinds
      ? t('Policies of other kinds were not read: {{kinds}}. They can block clients, too.', { kinds: kinds.join(', ') })
      : t('It is not known yet which kinds of policies this cluster has.'),
  K3: (t) => t("What the client's own side lets out (egress policies, firewalls) cannot be seen from here."),
};
