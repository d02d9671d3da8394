import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { PodFacts } from '../../../domain/diagnosis/rules/podRules';
import type { SentencesOf } from './sentence';

const readyText = ({ status, reason }: PodFacts['P1']): string => [status, reason].filter(Boolean).join(' ');

/** Pod. */
export const POD_SENTENCES = {
  P1: {
    says: (t, { facts }) =>
      t('The pod is not ready ({{actual}}), so the Service sends nothing to it.', { actual: readyText(facts) }),
    shows: (facts) => ({ actual: readyText(facts), needed: 'True' }),
  },
  P2: { says: (t) => t('The virtual machine has no pod with an address.') },
  P3: {
    says: (t, { facts }) =>
      t(
        'The readiness probe ({{actual}}) asks over the default network, where a guest on a user-defined network does not answer. A probe by the guest agent (guestAgentPing) does.',
        { actual: facts.probe },
      ),
    shows: ({ probe }) => ({ actual: probe, needed: 'guestAgentPing' }),
  },
} satisfies SentencesOf<CodeOf<'pod'>>;
