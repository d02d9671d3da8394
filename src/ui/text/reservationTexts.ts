import type { DryRunAnswer } from '../../cluster/run/dryRun';
import type { Unshown } from '../../domain/steps/trial';
import type { Text } from '../useText';

/** What the API server's "accepted" does not show, and how it differs from what was planned; [] for a plain one. */
export const reservationTexts = (
  t: Text,
  { unshown = [], otherwise }: Extract<DryRunAnswer, { accepted: true }>,
): string[] => [
  ...unshown.map((one) => unshownText(t, one)),
  ...(otherwise ? [t('You cannot set finalizers on its owner, so blockOwnerDeletion is set to false.')] : []),
];

function unshownText(t: Text, unshown: Unshown): string {
  switch (unshown.of) {
    case 'name':
      return t('Checked under a temporary name, because the current object still has this one.');
    case 'node-ports':
      return t('Not checked: node ports {{ports}}. The current Service still has them.', {
        ports: unshown.ports.join(', '),
      });
    case 'cluster-ip':
      return t('Not checked: whether the address {{address}} is still free.', { address: unshown.address });
  }
}
