import type { Failure } from '../../domain/k8s/failure';
import { unreadOf } from '../../domain/k8s/unread';
import type { Text } from '../useText';
import { failureText } from './failureText';

/**
 * Why objects were not read: the cluster has none of the kind, the user has no permission, or the call failed.
 * @param objects what they are called, as Kubernetes has it
 */
export function unreadText(t: Text, objects: string, failure: Failure): string {
  const unread = unreadOf(failure);
  switch (unread.state) {
    case 'absent':
      return t('{{objects}} are not available on this cluster.', { objects });
    case 'forbidden':
      return t("You don't have permission to read {{objects}}. {{why}}", { objects, why: failureText(t, failure) });
    case 'failed':
      return t('{{objects}} could not be read. {{why}}', { objects, why: failureText(t, failure) });
  }
}
