import {
  NAMESPACE,
  RUN_ID,
  SERVICE_NAME,
  VM_NAME,
  aRunningVm,
  aStoppedVm,
  seenOf,
} from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { setsTier } from '../../../test/objects/stepBuilders';
import { planFor } from '../../../test/objects/planFor';
import type { Step } from '../../domain/steps/step';
import { dryRun } from './dryRun';

const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const service = { kind: 'Service', namespace: NAMESPACE, name: SERVICE_NAME } as const;
const restart: Step = { id: 's', kind: 'restart', target: vm, vmiUid: 'vmi-1' };
const start: Step = { id: 's', kind: 'start', target: vm };
const cluster = (seenVm = aRunningVm(), services = [aService()]) =>
  new InMemoryCluster({ vms: [seenVm], services, endpointSlices: [] });

describe('dryRun', () => {
  it('has every write of a plan accepted without keeping any of it', async () => {
    const port = cluster(aRunningVm(), [aService({ name: 'old', run: RUN_ID })]);
    const before = JSON.stringify([
      port.all('VirtualMachine'),
      port.all('VirtualMachineInstance'),
      port.all('Pod'),
      port.all('Service'),
    ]);
    for (const timing of ['live', 'restart'] as const) {
      const plan = planFor(
        aDraft({ selection: byLabel(timing) }),
        seenOf([aRunningVm()], [aService({ name: 'old', run: RUN_ID })]),
        RUN_ID,
      );
      for (const step of plan.ok ? plan.steps : []) {
        expect(await dryRun(step, port)).toEqual(step.kind === 'await' ? undefined : { accepted: true });
      }
    }
    port.advance(10);
    expect(port.writes).toEqual([]);
    expect(
      JSON.stringify([
        port.all('VirtualMachine'),
        port.all('VirtualMachineInstance'),
        port.all('Pod'),
        port.all('Service'),
      ]),
    ).toBe(before);
  });

  it.each<[string, InMemoryCluster, Step, object]>([
    [
      'a name that is taken',
      cluster(),
      { id: 's', kind: 'create', object: aService() },
      { code: 409, reason: 'AlreadyExists' },
    ],
    [
      'a guard that does not hold',
      cluster(),
      { id: 's', kind: 'patch', target: vm, uid: 'x', change: setsTier() },
      { code: 422, reason: 'Invalid' },
    ],
    [
      'another uid',
      cluster(),
      { id: 's', kind: 'delete', target: service, why: 'asked', guard: { uid: 'x' } },
      { code: 409, reason: 'Conflict' },
    ],
    ['a stopped VM', cluster(aStoppedVm()), restart, { code: 409, reason: 'Conflict' }],
    ['a start of a VM that runs', cluster(), start, { code: 409, reason: 'Conflict' }],
    [
      'a start that KubeVirt does by itself',
      cluster(aStoppedVm({ runStrategy: 'Always', printableStatus: 'Stopped' })),
      start,
      { code: 409, reason: 'Conflict' },
    ],
  ])('tells the refusal of %s', async (_, port, step, failure) => {
    expect(await dryRun(step, port)).toEqual({
      accepted: false,
      failure: { ...failure, message: expect.any(String) as string },
    });
  });

  it('has a start accepted without starting anything', async () => {
    const port = cluster(aStoppedVm());
    const sent = jest.spyOn(port, 'start');
    expect(await dryRun(start, port)).toEqual({ accepted: true });
    expect(sent.mock.calls).toEqual([[vm, { dryRun: true }]]);
    port.advance(10);
    expect([port.writes, port.one('VirtualMachineInstance', VM_NAME)]).toEqual([[], undefined]);
  });

  it('never asks for anything but a dry run of a step that cuts a guest short', async () => {
    const port = cluster();
    const sent = jest.spyOn(port, 'delete');
    const force: Step = {
      id: 'f',
      kind: 'delete',
      target: { kind: 'Pod', namespace: NAMESPACE, name: 'virt-launcher-backendvm-abcde' },
      why: 'forced',
      guard: { uid: 'pod-1' },
      graceSeconds: 1,
    };
    expect(await dryRun(force, port)).toEqual({ accepted: true });
    expect(sent.mock.calls.map(([, , options]) => options?.dryRun)).toEqual([true]);
    expect(port.all('Pod')).toHaveLength(1);
  });
});
