import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { VmFacts } from '../../../domain/diagnosis/rules/vmRules';
import { selectorText } from '../../../domain/labels/selector';
import type { WordingOf } from './wording';

const RUNNING = 'Running';
const statusText = ({ printableStatus, message }: VmFacts['V2']): string =>
  [printableStatus, message].filter(Boolean).join(': ');

/** Virtual machine. */
export const VM_WORDING = {
  V1: {
    title: (t) => t('VM is stopped'),
    says: (t, { facts }) =>
      t('The VM has no address because its status is {{actual}}. Start the VM to receive traffic.', {
        actual: facts.printableStatus,
      }),
    fixLabel: (t) => t('Start VM'),
    shows: ({ printableStatus }) => ({ actual: printableStatus, needed: RUNNING }),
  },
  V2: {
    title: (t) => t('VM cannot start'),
    says: (t, { facts }) =>
      t('The status of the VM is "{{actual}}". Fix the cause, for example the node, the image, or a volume.', {
        actual: statusText(facts),
      }),
    shows: (facts) => ({ actual: statusText(facts), needed: RUNNING }),
  },
  V3: {
    title: (t, { facts: { isStopping } }) => (isStopping ? t('VM is stopping') : t('VM is starting or stopping')),
    says: (t, { facts: { isStopping } }) =>
      isStopping
        ? t('The VM receives traffic again after it is started.')
        : t('The VM receives traffic when it is running. Wait a moment.'),
    shows: ({ phase, isStopping }) => ({ actual: isStopping ? 'Stopping' : phase, needed: RUNNING }),
  },
  V4: {
    title: (t) => t('VM is paused'),
    says: (t, { facts: { reason } }) => {
      if (reason === 'PausedIOError')
        return t('A disk failed ({{actual}}). Check that the storage is available and not full, then unpause the VM.', {
          actual: reason,
        });
      return reason === 'PausedByMigrationMonitor'
        ? t('The VM continues when its live migration ends ({{actual}}).', { actual: reason })
        : t('A paused VM does not answer. Unpause it to receive traffic again.');
    },
    fixLabel: (t) => t('Unpause VM'),
    shows: ({ reason }) => ({ actual: reason || 'True', needed: 'False' }),
  },
  V5: {
    title: (t) => t('Guest OS has shut down'),
    says: (t, { facts }) =>
      t('The running instance and its pod have ended ({{actual}}). Start the VM again.', { actual: facts.phase }),
    fixLabel: (t) => t('Start VM'),
    shows: ({ phase }) => ({ actual: phase, needed: RUNNING }),
  },
  V6: {
    title: (t) => t('VM is migrating'),
    says: (t) => t('For a moment, both pods of the VM or neither can receive traffic. Wait until the migration ends.'),
    shows: ({ targetNode }) => ({ actual: targetNode }),
  },
  V7: {
    title: (t) => t('Label needs a restart'),
    says: (t, { facts }) =>
      t(
        'Label {{needed}} was added after the VM started. Restart the VM: a reboot inside the guest does not apply it.',
        {
          needed: selectorText(facts.pending),
        },
      ),
    fixLabel: (t) => t('Restart VM'),
    shows: ({ pending }) => ({ needed: selectorText(pending) }),
  },
} satisfies WordingOf<CodeOf<'vm'>>;
