import { aPod, aRunningVm, aStoppedVm, type VmiOptions } from '../../../test/objects/builders';
import { obstaclesOf, type Obstacle } from './obstacles';
import type { SeenVm } from '../k8s/seen';

const codeOf = (obstacle: Obstacle): string => (obstacle.code === 'finding' ? obstacle.finding.code : obstacle.code);
const codes = (vm: SeenVm) => obstaclesOf(vm).map(codeOf);
const withVmi = (vmi: VmiOptions) => aRunningVm({ vmi });
const migrating = (state: object): SeenVm => {
  const seen = aRunningVm();
  return {
    ...seen,
    vmi: { ...seen.vmi, status: { ...seen.vmi?.status, migrationState: state } } as NonNullable<SeenVm['vmi']>,
  };
};

describe('what is in the way of reaching a VM', () => {
  it.each<[string, SeenVm, string[]]>([
    ['a VM that runs', aRunningVm(), []],
    ['a stopped VM', aStoppedVm(), ['V1']],
    ['a VM that boots', withVmi({ phase: 'Scheduled' }), ['V3']],
    ['a paused VM', withVmi({ paused: true }), ['V4']],
    ['a VM without a pod network', withVmi({ interfaces: [], networks: [] }), ['N1']],
    [
      'a VM that is paused and has a ports list',
      withVmi({ paused: true, interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] }),
      ['V4', 'ports-list'],
    ],
    ['a VM with an empty ports list', withVmi({ interfaces: [{ name: 'default', masquerade: {}, ports: [] }] }), []],
    [
      'a VM whose bridge heeds no ports list',
      withVmi({ interfaces: [{ name: 'default', bridge: {}, ports: [{ port: 22 }] }] }),
      [],
    ],
    ['a VM that migrates', migrating({ migrationUid: 'm' }), ['migrating']],
    ['a VM that has migrated', migrating({ migrationUid: 'm', completed: true }), []],
    ['a VM whose migration has failed', migrating({ migrationUid: 'm', failed: true }), []],
    ['a VM whose migration has an end', migrating({ migrationUid: 'm', endTimestamp: '2026-08-01T10:00:00Z' }), []],
  ])('of %s', (_, vm, found) => {
    expect(codes(vm)).toEqual(found);
  });

  it('is a migration while two pods can serve, not while one of them has ended', () => {
    const { pods, ...seen } = aRunningVm();
    expect(codes({ ...seen, pods: [...pods, aPod({ name: 'target', uid: 'pod-2' })] })).toEqual(['migrating']);
    expect(codes({ ...seen, pods: [...pods, aPod({ name: 'old', uid: 'pod-2', phase: 'Succeeded' })] })).toEqual([]);
  });

  it('tells which ports are let through', () => {
    const ports = [{ port: 22 }, { port: 53, protocol: 'UDP' }];
    expect(obstaclesOf(withVmi({ interfaces: [{ name: 'default', masquerade: {}, ports }] }))).toEqual([
      { code: 'ports-list', ports: ['22/TCP', '53/UDP'] },
    ]);
  });

  it('is not checked, rather than stopped or nothing, where it could not be read what runs the VM', () => {
    const { vm } = aRunningVm();
    expect(codes({ vm, pods: [], arePodsUnknown: true })).toEqual(['not-checked']);
    expect(codes({ ...withVmi({ paused: true }), pods: [], arePodsUnknown: true })).toEqual(['V4']);
  });
});
