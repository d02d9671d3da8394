import { matchedByIndex, median, pairsOf, pairsOfNestedLoop, timed } from '../../../test/objects/matchedLists';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { scaleLists } from '../../../test/objects/scaleLists';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { MADE_FOR_ANNOTATION } from '../k8s/ownMarks';
import { nameOf, type VirtualMachine } from '../k8s/objects';
import type { ExposedLists } from './exposedList';
import { exposedVms } from './exposedVms';

const indexed = (lists: ExposedLists): number =>
  median(Array.from({ length: 5 }, () => timed(() => matchedByIndex(lists)).ms).slice(1));
const changed = (vms: readonly VirtualMachine[], at: number, round: number): VirtualMachine[] =>
  vms.map((vm, index) =>
    index === at ? { ...vm, metadata: { ...vm.metadata, resourceVersion: `event-${round}` } } : vm,
  );
/** Many Services of one project, none of which has to do with any VM but the first. */
const manyServices = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aService({ name: `service-${index}`, selector: { app: index === 0 ? 'app-0' : `nothing-${index}` } }),
  );

describe('the matching of Services and VMs', () => {
  it('finds what the nested loop finds, many times as quickly, in a time that grows with the sum', () => {
    const [some, more] = [
      scaleLists({ vms: 250, services: 250, pods: 500 }),
      scaleLists({ vms: 1000, services: 250, pods: 1000 }),
    ];
    const nested = timed(() => pairsOfNestedLoop(some));
    expect(pairsOf(matchedByIndex(some))).toBe(nested.result);
    const [quick, large] = [indexed(some), indexed(more)];
    console.log(
      `figure: 250 Services, 250 VMs: index ${quick.toFixed(1)} ms, ${(nested.ms / quick).toFixed(0)} times the nested loop; with 1,000 VMs ${large.toFixed(1)} ms`,
    );
    expect(nested.ms / quick).toBeGreaterThan(8);
    // four times the VMs: the nested loop would take four times as long and more
    expect(large / quick).toBeLessThan(10);
  });

  it('takes for one event a small part of the whole', () => {
    const lists = scaleLists({ vms: 2000, services: 400, pods: 2000 });
    const list = exposedVms();
    const whole = timed(() => list(lists)).ms;
    const times = Array.from({ length: 20 }, (_, round) => {
      const next = { ...lists, vms: changed(lists.vms, round * 90, round) };
      return timed(() => list(next)).ms;
    });
    console.log(
      `figure: 2,000 VMs, 400 Services: whole list ${whole.toFixed(0)} ms, one event ${median(times).toFixed(2)} ms`,
    );
    expect(median(times) * 20).toBeLessThan(whole);
  });

  it('is quick for a project of 5,000 Services', () => {
    const lists = {
      ...scaleLists({ vms: 500, services: 1, pods: 500 }),
      endpointSlices: [],
      services: manyServices(5000),
    };
    const found = timed(() => exposedVms()(lists));
    expect(found.result.rows.map(({ key }) => key)).toEqual(['prod2/service-0']);
    const nested = timed(() => pairsOfNestedLoop(lists, 100)).ms * 100;
    expect(nested / found.ms).toBeGreaterThan(5);
  });
});

describe('a Service that selects 3,000 VMs', () => {
  const all = Array.from({ length: 3000 }, (_, index) =>
    aStoppedVm({ name: `vm-${index}`, templateLabels: { app: 'a' } }),
  );
  const vms = all.map(({ vm }, index) => ({ ...vm, metadata: { ...vm.metadata, resourceVersion: `${index}` } }));
  const lists: ExposedLists = {
    vms,
    services: [aService({ selector: { app: 'a' } })],
    vmis: [],
    pods: [],
    endpointSlices: [],
    networkPolicies: [],
    routes: [],
  };

  it('is one row, of which one event judges one VM again', () => {
    const list = exposedVms();
    const whole = timed(() => list(lists));
    const [before] = whole.result.rows;
    expect(before?.vms).toHaveLength(3000);
    const times = Array.from({ length: 9 }, (_, round) => timed(() => list({ ...lists, vms: changed(vms, 7, round) })));
    const [after] = times[8]?.result.rows ?? [];
    expect(after?.vms.filter((vm, index) => vm !== before?.vms[index])).toHaveLength(1);
    expect(median(times.map(({ ms }) => ms)) * 4).toBeLessThan(whole.ms);
  });
});

describe('what an API server can hold', () => {
  const told = (lists: Partial<ExposedLists>) =>
    exposedVms()({ services: [], vms: [], vmis: [], pods: [], endpointSlices: [], ...lists }).rows.map(
      ({ key, vms }) => `${key}: ${vms.map(({ seen }) => nameOf(seen.vm)).join(' ')}`,
    );

  it.each(['a', '0', 'x-1', 'web.prod.example', 'constructor', 'tostring', `${'a'.repeat(63)}.${'b'.repeat(63)}`])(
    'is a VM called %s',
    (name) => {
      const service = aService({ name: 'one', selector: { 'vm.kubevirt.io/name': name } });
      expect(told({ services: [service], vms: [aStoppedVm({ name }).vm] })).toEqual([`prod2/one: ${name}`]);
    },
  );

  it('is the same name in many projects, each with its own', () => {
    const namespaces = ['a', 'b', 'c'];
    const inEach = <T extends { metadata?: object }>(object: T): T[] =>
      namespaces.map((namespace) => ({ ...object, metadata: { ...object.metadata, namespace, uid: namespace } }));
    const vms = inEach(aStoppedVm({ name: 'web', templateLabels: { app: 'shop' } }).vm);
    const services = inEach(aService({ name: 'web', selector: { app: 'shop' } })).slice(0, 2);
    expect(told({ services, vms })).toEqual(['a/web: web', 'b/web: web']);
    expect(exposedVms()({ services, vms }).notExposed).toEqual([vms[2]]);
  });

  it('are Services without a selector, and annotations of others that say nothing of use', () => {
    const bare = aService({ name: 'bare' });
    const annotations = { [MADE_FOR_ANNOTATION]: ',,{"a":[1]},\u0000 web', 'expose-vm/run': '' };
    const odd = { ...aService({ name: 'odd' }), metadata: { ...aService({ name: 'odd' }).metadata, annotations } };
    expect(told({ services: [bare, odd], vms: [aStoppedVm({ name: 'web' }).vm] })).toEqual([]);
  });

  it('are slices without endpoints and endpoints without a target', () => {
    const { vm, vmi, pods } = aRunningVm();
    const services = [aService({ name: 'manual' })];
    const empty = { ...aSlice({ service: 'manual' }), endpoints: undefined };
    const made = aSlice({ service: 'manual', endpoints: [{ addresses: ['10.8.0.12'] }] });
    const parts = { services, vms: [vm], vmis: vmi ? [vmi] : [], pods };
    expect(told({ ...parts, endpointSlices: [empty as unknown as typeof made] })).toEqual([]);
    expect(told({ ...parts, endpointSlices: [made] })).toEqual(['prod2/manual: backendvm']);
  });

  it('is a VM that is deleted while the list is shown', () => {
    const { vm } = aStoppedVm({ templateLabels: { app: 'shop' } });
    const lists: ExposedLists = { services: [aService({ selector: { app: 'shop' } })], vms: [vm] };
    const list = exposedVms();
    expect(list(lists).rows).toHaveLength(1);
    expect(list({ ...lists, vms: [] })).toEqual({ rows: [], notExposed: [] });
    expect(list(lists).rows).toHaveLength(1);
  });
});
