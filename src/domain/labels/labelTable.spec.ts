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
    ['lasting', running({}, X, X, X)],
    ['pending', running({}, X)],
    ['pending', running({}, X, Y, Y)],
    ['not-on-pod', running({}, X, X)],
    ['not-on-pod', running({}, {}, X)],
    ['lost-at-restart', running({}, {}, X, X)],
    ['lost-at-migration', running({}, X, {}, X)],
    ['temporary', running({}, {}, {}, X)],
    ['own-only', running(X)],
    ['absent', running()],
    ['pending', aStoppedVm({ templateLabels: X })],
    ['own-only', aStoppedVm({ labels: X })],
  ])('tells %s', (state, vm) =>
    expect(labelTable(vm, X).selected).toEqual([expect.objectContaining({ key: 'tier', needed: 'x', state })]),
  );

  it("lists the selector's keys first, then all others by name, KubeVirt's own as kept", () => {
    const { selected, others, isRunning } = labelTable(running({ own: '1' }, { b: '1' }, { b: '1' }, { b: '1' }), {
      zone: 'a',
      'vmi.kubevirt.io/id': 'backendvm',
    });
    expect(isRunning).toBe(true);
    expect(selected.map(({ key, state }) => `${key} ${state}`)).toEqual(['zone absent', 'vmi.kubevirt.io/id kept']);
    expect(others.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'b lasting',
      'kubevirt.io kept',
      'kubevirt.io/created-by kept',
      'own own-only',
      'vm.kubevirt.io/name kept',
    ]);
  });

  it('takes no inherited name for a label', () =>
    expect(labelTable(running(), { constructor: 'x' }).selected[0]).toMatchObject({
      template: undefined,
      state: 'absent',
    }));
});
