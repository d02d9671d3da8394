import { t } from '../../../test/components/texts';
import type { Part } from '../../cluster/ask/useClusterPart';
import type { UncheckedObject } from '../../domain/network/clusterNetwork';
import { assumedDomainText } from './assumedDomainText';

describe('assumedDomainText', () => {
  it.each<[Part<UncheckedObject>, RegExp]>([
    [{ state: 'loading' }, /^$/],
    [{ state: 'known', value: {} }, /domain cluster\.local\. The DNS configuration names none\.$/],
    [{ state: 'absent' }, /This cluster has no DNS configuration of OpenShift\.$/],
    [{ state: 'forbidden', failure: { code: 403, message: 'no' } }, /You don't have permission to read the DNS/],
    [{ state: 'failed', failure: { code: 500, message: 'sick' } }, /could not be read\. .*500: sick$/],
  ])('of %j', (dns, text) => {
    expect(assumedDomainText(t, 'cluster.local', dns)).toMatch(text);
  });
});
