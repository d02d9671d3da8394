import type { LostSelection } from '../../domain/labels/lostSelections';
import type { Text } from '../useText';

/** Which Service loses which VM, when, and by which labels. */
export function lostSelectionText(t: Text, { service, vm, when, labels }: LostSelection): string {
  const values = { service, vm, labels: labels.join(', ') };
  switch (when) {
    case 'now':
      return t(
        'After you apply, Service {{service}} no longer selects {{vm}}, because of a change to {{labels}}.',
        values,
      );
    case 'next-restart':
      return t(
        'After the next restart of {{vm}}, Service {{service}} no longer selects it, because of a change to {{labels}}.',
        values,
      );
  }
}
