import type { Admission, PodPort } from '../../domain/network/networkPolicy';
import type { PolicySource } from '../../domain/network/policySource';
import type { Text } from '../useText';

/** Where a connection may come from, in words. */
export function policySourceText(t: Text, source: PolicySource): string {
  switch (source) {
    case 'same-namespace':
      return t('Pods of the same project');
    case 'other-namespace':
      return t('Pods of other projects');
    case 'platform':
      return t("The cluster's own projects, such as monitoring");
    case 'router':
      return t('The router, that is all Routes');
    case 'outside':
      return t('Addresses outside the cluster');
  }
}

/** A port that clients connect to; none stands for any. */
export const policyPortText = (t: Text, port: PodPort | undefined): string =>
  port ? `${port.port}/${port.protocol}` : t('any port');

/** How much of a source is allowed. */
export function admissionText(t: Text, admission: Admission): string {
  switch (admission) {
    case 'allowed':
      return t('let in');
    case 'some':
      return t('only some let in');
    case 'blocked':
      return t('not let in');
  }
}
