import { aRunningVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { dnsNames, vmDnsNames } from './dnsNames';
import type { SeenVm } from '../k8s/seen';

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

describe('the DNS names that a headless Service provides for VMs', () => {
  const service = { ...aService(), spec: { clusterIP: 'None', selector: { tier: 'backend' } } };
  const named = (name: string, hostname?: string): SeenVm => {
    const seen = aRunningVm({ vm: { name, subdomain: 'backend' } });
    return hostname !== undefined
      ? {
          ...seen,
          vm: {
            ...seen.vm,
            spec: {
              ...seen.vm.spec,
              template: { ...seen.vm.spec.template, spec: { ...seen.vm.spec.template.spec, hostname } },
            },
          } as SeenVm['vm'],
        }
      : seen;
  };

  it('begin with the hostname, or the name of the VM up to the first dot', () => {
    const names = vmDnsNames(
      service,
      [named('web.example'), named('db', 'primary'), named('mail', '')],
      [],
      'cluster.local',
    ).map(({ name }) => name);
    // an empty hostname is as good as none
    expect(names).toEqual(['web', 'primary', 'mail'].map((hostname) => `${hostname}.backend.prod2.svc.cluster.local`));
  });

  it('are there once an endpoint has the hostname', () => {
    const slice = (hostname?: string) => [
      aSlice({ endpoints: [{ ...anEndpoint(), ...(hostname ? { hostname } : {}) }] }),
    ];
    const isThere = (hostname?: string) =>
      vmDnsNames(service, [named('backendvm')], slice(hostname), 'cluster.local').map((name) => name.isThere);
    expect([isThere('backendvm'), isThere('other'), isThere()]).toEqual([[true], [false], [false]]);
  });

  it('are none with an address of its own, or another subdomain', () => {
    expect(vmDnsNames(aService(), [named('web')], [], 'cluster.local')).toEqual([]);
    expect(vmDnsNames(service, [aRunningVm()], [], 'cluster.local')).toEqual([]);
  });
});
