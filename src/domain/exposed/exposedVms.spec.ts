import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { nameOf, type Service } from '../k8s/objects';
import { exposedVms as indexed, type ExposedList, type ExposedLists } from './exposedVms';
import { plainExposedVms } from './plainExposedVms';

const reached = aReachedVm();
const near = aStoppedVm({ name: 'a-stopped', templateLabels: { tier: 'backend' } });
const alone = aRunningVm({ vm: { name: 'alone' }, vmi: { uid: 'vmi-3' }, pod: { uid: 'pod-3', ip: '10.8.0.14' } });
const ALL = [reached, near, alone];
const LISTS: ExposedLists = {
  services: [aService({ selector: { tier: 'backend' } }), aService({ name: 'elsewhere', selector: { app: 'x' } })],
  vms: ALL.map(({ vm }) => vm),
  vmis: ALL.flatMap(({ vmi }) => vmi ?? []),
  pods: ALL.flatMap(({ pods }) => pods),
  endpointSlices: [aSlice()],
  networkPolicies: [],
  routes: [],
};
const told = ({ rows, notExposed }: ExposedList) => [
  ...rows.map(({ key, vms, verdict }) => `${key}: ${vms.map(({ seen }) => nameOf(seen.vm)).join(' ')} ${verdict}`),
  ...notExposed.map((vm) => `not exposed: ${nameOf(vm)}`),
];
const inProject = <T extends { metadata?: object }>(object: T, namespace: string): T => ({
  ...object,
  metadata: { ...object.metadata, namespace },
});

describe.each([
  ['by the index', indexed],
  ['one by one', plainExposedVms],
])('exposed VMs, matched %s', (_, exposedVms) => {
  it('has a row for each Service that has to do with a VM, and the VMs that none has to do with', () => {
    expect(told(exposedVms()(LISTS))).toEqual([
      'prod2/backend: backendvm a-stopped partly-reachable',
      'not exposed: alone',
    ]);
  });

  it('says why a Service does not reach all of its VMs', () => {
    const [row] = exposedVms()(LISTS).rows;
    expect(row?.reason).toBe(row?.vms[1]?.exposure.findings[0]);
    expect(row?.reason?.grade).toBe('blocking');
  });

  it('looks only at VMs of the Service’s own project', () => {
    const services = LISTS.services.map((service) => inProject(service, 'prod3'));
    expect(exposedVms()({ ...LISTS, services }).rows).toEqual([]);
  });

  it('has not checked what was not read', () => {
    const unread = exposedVms()({ ...LISTS, endpointSlices: undefined, networkPolicies: undefined });
    expect(unread.rows.map(({ vms }) => vms.map(({ exposure }) => exposure.verdict))).toEqual([
      ['not-reachable', 'not-checked'],
    ]);
    expect(unread.rows.map(({ verdict }) => verdict)).toEqual(['not-checked']);
  });

  it('says nothing of what runs a VM where instances were not read', () => {
    const { services, vms } = LISTS;
    const verdicts = exposedVms()({ ...LISTS, vmis: undefined, pods: undefined }).rows.map((row) => row.verdict);
    expect(verdicts).toEqual(['not-checked']);
    expect(exposedVms()({ services, vms: vms.slice(0, 1) }).rows[0]?.vms[0]?.exposure.findings).toEqual([]);
  });

  it('keeps a row that has not changed', () => {
    const list = exposedVms();
    const [before] = list(LISTS).rows;
    const another: Service = aService({ name: 'another', selector: { tier: 'backend' } });
    const after = list({ ...LISTS, services: [another, ...LISTS.services] }).rows;
    expect(after.map(({ key }) => key)).toEqual(['prod2/another', 'prod2/backend']);
    expect(after[1]).toBe(before);
  });
});
