import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { PodFacts } from '../../../domain/diagnosis/rules/podRules';
import type { WordingOf } from './wording';

const readyText = ({ status, reason }: PodFacts['P1']): string => [status, reason].filter(Boolean).join(' ');

/** Pod. */
export const POD_WORDING = {
  P1: {
    title: (t) => t('Pod is not ready'),
    says: (t, { facts }) =>
      t('The Service sends traffic to ready pods only ({{actual}}). Check the readiness probe and the guest.', {
        actual: readyText(facts),
      }),
    fixLabel: (t) => t('Send traffic anyway'),
    shows: (facts) => ({ actual: readyText(facts), needed: 'True' }),
  },
  P2: {
    title: (t) => t('VM has no pod address'),
    says: (t) => t('The pod has no IP address yet, or has ended. Wait a moment, or check why it ended.'),
  },
  P3: {
    title: (t) => t('Readiness probe cannot reach the guest'),
    says: (t, { facts }) =>
      t('The {{actual}} probe uses the default network, not the network of the VM. Use a guestAgentPing probe.', {
        actual: facts.probe,
      }),
    shows: ({ probe }) => ({ actual: probe, needed: 'guestAgentPing' }),
  },
} satisfies WordingOf<CodeOf<'pod'>>;
