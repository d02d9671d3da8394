import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { listedRows, listedService } from '../../../test/objects/listedRows';
import { aRoute, saidBy } from '../../../test/objects/routeBuilders';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Route } from '../k8s/objects';
import { exposedVms } from './exposedVms';
import { routesByService, rowLister } from './listedRow';

const route = (name: string, changes: Partial<Route['spec']> = {}, router?: ReturnType<typeof saidBy>): Route => ({
  metadata: { name, namespace: 'prod2' },
  spec: { host: `${name}.example.com`, to: { kind: 'Service', name: 'backend' }, ...changes },
  ...(router ? { status: { ingress: [router] } } : {}),
});

describe('routesByService', () => {
  it('prefers a Route that a router admitted', () => {
    const routes = [route('first'), route('second', {}, saidBy('default', 'True')), route('third')];
    expect(routesByService(routes).get('prod2/backend')?.metadata?.name).toBe('second');
  });

  it('leaves out what sends a Service nothing', () => {
    const none = route('none', { to: { kind: 'Service', name: 'backend', weight: 0 } });
    const other = route('other', { to: { kind: 'Elsewhere', name: 'backend' } });
    expect(routesByService([none, other]).size).toBe(0);
  });

  it('knows Services that share a Route', () => {
    const shared = route('shared', { alternateBackends: [{ kind: 'Service', name: 'canary', weight: 1 }] });
    expect([...routesByService([shared]).keys()]).toEqual(['prod2/backend', 'prod2/canary']);
  });
});

describe('rowLister', () => {
  it('lists a Service by what a client uses', () => {
    const { address, addresses, access, ports, dnsName, vmNames, vmStates } = listedService();
    expect(address?.text).toBe('backend.prod2.svc.cluster.local:80');
    expect(addresses).toContain('backend.prod2.svc.cluster.local');
    expect(dnsName).toBe('backend.prod2.svc.cluster.local');
    expect(access).toBe('ClusterIP');
    expect(ports[0]).toMatch(/^80\/TCP/);
    expect(vmNames).toEqual(['backendvm']);
    expect(vmStates).toHaveLength(1);
  });

  it('takes the URL of a Route for the address and the access', () => {
    const routes = [route('shop', {}, saidBy('default', 'True'))];
    const { address, access } = listedService({ routes });
    expect(address).toMatchObject({ isUrl: true });
    expect(access).toBe('Route');
  });

  it('has no address for a load balancer that waits for one', () => {
    expect(listedService({ services: [aService({ type: 'LoadBalancer' })] }).address).toBeUndefined();
  });

  it('knows the labels of Service, VM and template', () => {
    const vm = aReachedVm({ vm: { labels: { team: 'shop' }, templateLabels: { tier: 'backend' } } });
    expect(listedService({ vms: [vm] }).labels).toEqual(expect.arrayContaining(['team=shop', 'tier=backend']));
  });

  it('lists VMs that are not exposed', () => {
    const rows = listedRows({ vms: [aReachedVm(), aStoppedVm({ name: 'alone' })] });
    expect(rows.map(({ key }) => key)).toEqual(['service:prod2/backend', 'vm:prod2/alone']);
  });

  it('keeps what has not changed, and works out again what has', () => {
    const { vm, vmi, pods } = aReachedVm();
    const [row] = exposedVms()({
      services: [aService({ selector: { tier: 'backend' } })],
      vms: [vm],
      vmis: vmi ? [vmi] : [],
      pods,
    }).rows;
    if (!row) throw new Error('No row');
    const { ofService, ofVm } = rowLister();
    const none = routesByService([]);
    const first = ofService(row, none, 'cluster.local');
    expect(ofService(row, routesByService([]), 'cluster.local')).toBe(first);
    expect(ofService(row, none, 'example.com').dnsName).toBe('backend.prod2.svc.example.com');
    expect(ofService(row, routesByService([aRoute()]), 'example.com')).not.toBe(first);
    expect(ofVm(vm)).toBe(ofVm(vm));
  });
});
