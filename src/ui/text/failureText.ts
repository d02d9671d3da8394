import type { ChangedValue, Failure } from '../../domain/k8s/failure';
import type { Text } from '../useText';

/** The API server's reason and code in its own words, or what is known when it gave none. */
export function failureText(t: Text, { changed = [], ...failure }: Failure): string {
  return [
    ...(failure.isOfSuccessor ? [t('Nothing was deleted, because the replacement would be refused.')] : []),
    ...changed.map((value) => changedText(t, value)),
    answerText(t, failure),
  ].join(' ');
}

function answerText(t: Text, { code, reason, message, timedOut, areLabelsReverted, isPartMissing }: Failure): string {
  if (isPartMissing)
    return t('If Expose VM was updated while this page was open, reload the page. The browser says: {{message}}', {
      message,
    });
  if (timedOut) {
    return message === ''
      ? t('This did not finish in time, but it can still succeed. Try again to check.')
      : t('This did not finish in time. The last check of the cluster failed: {{message}}', { message });
  }
  if (areLabelsReverted) return t('The label was removed again. A controller on the cluster might own these labels.');
  // what a controller wrote into an object's status, such as a router's HostAlreadyClaimed
  if (code === undefined && reason) return t('{{reason}}: {{message}}', { reason, message });
  if (code === undefined) return t('No answer came from the cluster: {{message}}', { message });
  return reason
    ? t('The API server answered {{code}} {{reason}}: {{message}}', { code, reason, message })
    : t('The API server answered {{code}}: {{message}}', { code, message });
}

/** What someone else has changed since the plan was made, so that the API server refused the guarded patch. */
function changedText(t: Text, { of, path, expected, actual }: ChangedValue): string {
  if (of === 'object') return t('The object was deleted and created again in the meantime.');
  if (actual === null)
    return t('{{path}} was removed in the meantime. Its value was {{expected}}.', { path, expected });
  return expected === null
    ? t('{{path}} was set to {{actual}} in the meantime.', { path, actual })
    : t('{{path}} was changed from {{expected}} to {{actual}} in the meantime.', { path, expected, actual });
}
