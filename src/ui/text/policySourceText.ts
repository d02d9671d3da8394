import type { Admission, PodPort } from '../../domain/network/networkPolicy';
import type { PolicySource } from '../../domain/network/policySource';
import type { Text } from '../useText';

/** Where a connection may come from, in words. */
export function policySourceText(t: Text, source: PolicySource): string {
  switch (source) {
    case 'same-namespace':
      return t('Pods in this project');
    case 'other-namespace':
      return t('Pods in other projects');
    case 'platform':
      return t('Platform projects, for example monitoring');
    case 'router':
      return t('The router, for all Routes');
    case 'outside':
      return t('Addresses outside the cluster');
  }
}

/** A port that clients connect to; none stands for any. */
export const policyPortText = (t: Text, port: PodPort | undefined): string =>
  port ? `${port.port}/${port.protocol}` : t('Any port');

/** How much of a source is allowed. */
export function admissionText(t: Text, admission: Admission): string {
  switch (admission) {
    case 'allowed':
      return t('Allowed');
    case 'some':
      return t('Some allowed');
    case 'blocked':
      return t('Blocked');
  }
}
