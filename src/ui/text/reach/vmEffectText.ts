import type { VmEffect } from '../../../domain/steps/vmEffect';
import type { Text } from '../../useText';

/** What happens to a VM, as one or two sentences; said before anything is sent. */
export function vmEffectText(t: Text, effect: VmEffect, name: string): string {
  switch (effect) {
    case 'restart':
      return t('Restarts {{name}}. The guest OS shuts down, starts again, and open connections are closed.', { name });
    case 'start':
      return t('Starts {{name}}.', { name });
    case 'unpause':
      return t('Unpauses {{name}}. The guest OS continues where it was paused.', { name });
    case 'live-labels':
      return t('No restart. Labels change on the VM template, the running instance, or its pod.');
    case 'template':
      return t('No restart. The change takes effect the next time {{name}} starts.', { name });
    case 'none':
      return t('No restart. {{name}} is not changed.', { name });
  }
}

/** The same in a few words, beside a button. */
export function vmEffectNote(t: Text, effect: VmEffect): string {
  switch (effect) {
    case 'restart':
      return t('Requires a restart.');
    case 'start':
      return t('Starts the VM.');
    case 'unpause':
      return t('Unpauses the VM.');
    case 'template':
      return t('Takes effect at the next start.');
    case 'live-labels':
    case 'none':
      return t('No restart required.');
  }
}
