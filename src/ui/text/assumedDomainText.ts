import type { Part } from '../../cluster/ask/useClusterPart';
import type { UncheckedObject } from '../../domain/network/clusterNetwork';
import type { Text } from '../useText';
import { failureText } from './failureText';

/** That the DNS domain is only assumed, and why: '' while that is not known yet. */
export function assumedDomainText(t: Text, domain: string, dns: Part<UncheckedObject>): string {
  switch (dns.state) {
    case 'loading':
      return '';
    case 'known':
      return t('Uses the default DNS domain {{domain}}. The DNS configuration names none.', { domain });
    case 'absent':
      return t('Uses the default DNS domain {{domain}}. This cluster has no DNS configuration of OpenShift.', {
        domain,
      });
    case 'forbidden':
      return t("Uses the default DNS domain {{domain}}. You don't have permission to read the DNS configuration.", {
        domain,
      });
    case 'failed':
      return t('Uses the default DNS domain {{domain}}. The DNS configuration could not be read. {{failure}}', {
        domain,
        failure: failureText(t, dns.failure),
      });
  }
}
