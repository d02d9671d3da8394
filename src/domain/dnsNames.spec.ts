import { dnsNames } from './dnsNames';

describe('dnsNames', () => {
  it('gives the full name first, each with from where it resolves', () => {
    expect(dnsNames('backend', 'prod2', 'cluster.local')).toEqual([
      { name: 'backend.prod2.svc.cluster.local', worksFrom: 'anywhere-in-cluster' },
      { name: 'backend.prod2', worksFrom: 'pods-of-any-namespace' },
      { name: 'backend', worksFrom: 'pods-of-same-namespace' },
    ]);
  });

  it("uses the cluster's own domain", () => {
    expect(dnsNames('backend', 'prod2', 'corp.example')[0]?.name).toBe('backend.prod2.svc.corp.example');
  });
});
