import fc from 'fast-check';
import { clusterDomainOf } from './clusterDomain';

describe('clusterDomainOf', () => {
  it.each([
    [{ status: { clusterDomain: 'corp.example' } }, { domain: 'corp.example', isAssumed: false }],
    [{ status: { clusterDomain: '' } }, { domain: 'cluster.local', isAssumed: true }],
    [{}, { domain: 'cluster.local', isAssumed: true }],
    [undefined, { domain: 'cluster.local', isAssumed: true }],
  ])('%j', (dns, domain) => {
    expect(clusterDomainOf(dns)).toEqual(domain);
  });

  it('takes whatever stands there', () => {
    fc.assert(
      fc.property(fc.anything(), (anyStatus) => {
        const { domain, isAssumed } = clusterDomainOf({ status: anyStatus });
        return typeof domain === 'string' && domain !== '' && typeof isAssumed === 'boolean';
      }),
    );
  });
});
