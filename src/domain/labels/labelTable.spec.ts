import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import type { Labels } from '../k8s/objects';
import { labelTable, type LabelState } from './labelTable';

const X: Labels = { tier: 'x' };
const Y: Labels = { tier: 'y' };
const running = (own?: Labels, template: Labels = {}, vmi: Labels = {}, pod: Labels = {}) =>
  aRunningVm({
    vm: { templateLabels: template, ...(own ? { labels: own } : {}) },
    vmi: { labels: vmi },
    pod: { labels: pod },
  });

describe('labelTable', () => {
  it.each<[LabelState, ReturnType<typeof running>]>([
    ['persistent', running({}, X, X, X)],
    ['pending', running({}, X)],
    ['pending', running({}, X, Y, Y)],
    ['not-on-pod', running({}, X, X)],
    ['not-on-pod', running({}, {}, X)],
    ['lost-at-restart', running({}, {}, X, X)],
    ['lost-at-migration', running({}, X, {}, X)],
    ['temporary', running({}, {}, {}, X)],
    ['vm-object-only', running(X)],
    ['absent', running()],
    ['pending', aStoppedVm({ templateLabels: X })],
    ['vm-object-only', aStoppedVm({ labels: X })],
  ])('tells %s', (state, vm) =>
    expect(labelTable(vm, X).selected).toEqual([expect.objectContaining({ key: 'tier', needed: 'x', state })]),
  );

  it("lists the selector's keys first, then all others by name, KubeVirt's own as kept", () => {
    const { selected, others, isRunning } = labelTable(running({ own: '1' }, { b: '1' }, { b: '1' }, { b: '1' }), {
      zone: 'a',
      'vmi.kubevirt.io/id': 'backendvm',
    });
    expect(isRunning).toBe(true);
    expect(selected.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'zone absent',
      'vmi.kubevirt.io/id managed-by-kubevirt',
    ]);
    expect(others.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'b persistent',
      'kubevirt.io managed-by-kubevirt',
      'kubevirt.io/created-by managed-by-kubevirt',
      'own vm-object-only',
      'vm.kubevirt.io/name managed-by-kubevirt',
    ]);
  });

  it('takes no inherited name for a label', () =>
    expect(labelTable(running(), { constructor: 'x' }).selected[0]).toMatchObject({
      template: undefined,
      state: 'absent',
    }));

  it('calls no state known while the pod could not be read', () =>
    expect(labelTable({ ...running(), pods: [], arePodsUnknown: true }, { zone: 'a' }).selected[0]).toMatchObject({
      pod: undefined,
      state: 'not-checked',
    }));
});
