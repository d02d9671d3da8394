import type { Failure } from '../domain/progress';
import type { Text } from './useText';

/** The API server's reason and code in its own words, or what is known when it gave none. */
export function failureText(t: Text, { code, reason, message, timedOut }: Failure): string {
  if (timedOut) {
    return message === ''
      ? t('It did not happen in the time allowed. It may still happen: retry looks again.')
      : t('It did not happen in the time allowed. The last look at the cluster failed: {{message}}', { message });
  }
  if (reason === 'LabelsReverted') return t('Something on the cluster took the label away again. A controller may own these labels.');
  if (code === undefined) return t('No answer came from the cluster: {{message}}', { message });
  return reason ? t('The API server answered {{code}} {{reason}}: {{message}}', { code, reason, message }) : t('The API server answered {{code}}: {{message}}', { code, message });
}
