import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { VmFacts } from '../../../domain/diagnosis/rules/vmRules';
import { selectorText } from '../../../domain/labels/selector';
import type { SentencesOf } from './sentence';

const RUNNING = 'Running';
const statusText = ({ printableStatus, message }: VmFacts['V2']): string =>
  [printableStatus, message].filter(Boolean).join(': ');

/** Virtual machine. */
export const VM_SENTENCES = {
  V1: {
    says: (t, { facts }) =>
      t('The virtual machine does not run ({{actual}}), so it has no address.', { actual: facts.printableStatus }),
    shows: ({ printableStatus }) => ({ actual: printableStatus, needed: RUNNING }),
  },
  V2: {
    says: (t, { facts }) => t('The virtual machine cannot start: {{actual}}.', { actual: statusText(facts) }),
    shows: (facts) => ({ actual: statusText(facts), needed: RUNNING }),
  },
  V3: {
    says: (t, { facts: { isStopping } }) =>
      isStopping ? t('The virtual machine is being stopped.') : t('The virtual machine is starting or stopping.'),
    shows: ({ phase, isStopping }) => ({ actual: isStopping ? 'Stopping' : phase, needed: RUNNING }),
  },
  V4: {
    says: (t, { facts: { reason } }) => {
      if (reason === 'PausedIOError')
        return t(
          'The virtual machine paused itself because a disk failed ({{actual}}). Check that its storage is there and not full; until then it pauses again.',
          { actual: reason },
        );
      return reason === 'PausedByMigrationMonitor'
        ? t('The virtual machine is paused until its migration ends ({{actual}}).', { actual: reason })
        : t('The virtual machine is paused. Unpause it to let traffic in again.');
    },
    shows: ({ reason }) => ({ actual: reason || 'True', needed: 'False' }),
  },
  V5: {
    says: (t, { facts }) =>
      t('The guest has ended ({{actual}}), and with it its pod. It has to be started again.', { actual: facts.phase }),
    shows: ({ phase }) => ({ actual: phase, needed: RUNNING }),
  },
  V6: {
    says: (t) =>
      t(
        'The virtual machine is migrating to another node. For a moment both of its pods, or neither, may take connections; that passes.',
      ),
    shows: ({ targetNode }) => ({ actual: targetNode }),
  },
  V7: {
    says: (t, { facts }) =>
      t(
        'The label {{needed}} was given after the virtual machine had started. A reboot inside the guest does not bring it, a restart of the virtual machine does.',
        { needed: selectorText(facts.pending) },
      ),
    shows: ({ pending }) => ({ needed: selectorText(pending) }),
  },
} satisfies SentencesOf<CodeOf<'vm'>>;
