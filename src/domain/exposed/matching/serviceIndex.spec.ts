import { aRunningVm } from '../../../../test/objects/builders';
import { aService, type ServiceOptions } from '../../../../test/objects/serviceBuilders';
import { nameOf, type Service } from '../../k8s/objects';
import { MADE_FOR_ANNOTATION } from '../../k8s/ownMarks';
import type { MatchedService } from './pair';
import { anchorsOf, ServiceIndex } from './serviceIndex';

const vm = aRunningVm({ vm: { templateLabels: { app: 'shop', tier: 'x' }, subdomain: 'names' } });
const madeFor = (service: Service): Service => ({
  ...service,
  metadata: { ...service.metadata, annotations: { [MADE_FOR_ANNOTATION]: 'other,backendvm' } },
});
function near(service: Service, endpoints: readonly string[] = []): { found: string[]; afterwards: string[] } {
  const index = new ServiceIndex();
  const matched: MatchedService = { service, slices: [], pairs: new Map() };
  index.add(
    matched,
    anchorsOf(service, () => 1),
    new Set(endpoints),
  );
  const names = () => [...index.near(vm)].map((one) => nameOf(one.service));
  const found = names();
  index.remove(matched);
  return { found, afterwards: names() };
}

describe('ServiceIndex', () => {
  it.each<[string, ServiceOptions]>([
    ['selects by one label', { selector: { app: 'shop' } }],
    ['misses by one label of two', { selector: { app: 'shop', zone: 'a' } }],
    ['misses by one label of three', { selector: { zone: 'a', app: 'shop', tier: 'x' } }],
    ['has a slip in its value', { selector: { app: 'shpo' } }],
    ['has a slip in its key', { selector: { teir: 'x' } }],
    ['is called like the VM', { name: 'backendvm' }],
    ['selects by the name of the VM', { selector: { any: 'backendvm' } }],
    ['is owned by the VM', { ownerUid: 'vm-backendvm' }],
    ['is named by the subdomain', { name: 'names' }],
  ])('finds for a VM a Service that %s, until it is taken out', (_, options) => {
    const service = aService({ name: 'one', ...options });
    expect(near(service)).toEqual({ found: [nameOf(service)], afterwards: [] });
  });

  it('finds a Service that was made for the VM, and one that holds its endpoint', () => {
    expect(near(madeFor(aService({ name: 'one' }))).found).toEqual(['one']);
    expect(near(aService({ name: 'one' }), ['pod-1']).found).toEqual(['one']);
    expect(near(aService({ name: 'one' }), ['@10.8.0.12'])).toEqual({ found: ['one'], afterwards: [] });
  });

  it('does not find one that has nothing to do with the VM', () => {
    expect(near(aService({ name: 'one', selector: { app: 'other' } }), ['pod-9']).found).toEqual([]);
    expect(near(aService({ name: 'one' })).found).toEqual([]);
  });
});

describe('anchorsOf', () => {
  it('are of three labels the two that fewest VMs have', () => {
    const costs: Readonly<Record<string, number>> = { app: 5, tier: 3000, zone: 700 };
    const service = aService({ selector: { tier: 'x', app: 'shop', zone: 'a' } });
    expect(anchorsOf(service, (key) => costs[key] ?? 0)).toEqual([
      ['app', 'shop'],
      ['zone', 'a'],
    ]);
  });
});
