import { aRunningVm, aStoppedVm, aVm, aVmi } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { pendingLabels, planPendingLabels } from './pendingLabels';
import type { Labels } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

const BACKEND = { tier: 'backend' };

describe('labels that wait for a restart', () => {
  it.each<[string, SeenVm, Labels]>([
    [
      'those of the template that the VMI lacks',
      aRunningVm({
        vm: { templateLabels: { ...BACKEND, a: '1' } },
        vmi: { labels: { a: '1' } },
        pod: { labels: { a: '1' } },
      }),
      BACKEND,
    ],
    [
      'those with another value',
      aRunningVm({ vm: { templateLabels: BACKEND }, vmi: { labels: { tier: 'x' } }, pod: { labels: { tier: 'x' } } }),
      BACKEND,
    ],
    [
      'those that only the pod lacks',
      aRunningVm({ vm: { templateLabels: BACKEND }, vmi: { labels: BACKEND } }),
      BACKEND,
    ],
    [
      'none that KubeVirt itself writes',
      aRunningVm({
        vm: { templateLabels: { 'vm.kubevirt.io/name': 'mine', 'kubevirt.io/vm-pool-revision-name': 'desk-2' } },
        vmi: { labels: { 'vm.kubevirt.io/name': 'mine', 'kubevirt.io/vm-pool-revision-name': 'desk-1' } },
      }),
      {},
    ],
    ['none where all carry them', aReachedVm(), {}],
    ['none of what is on the VM object itself', aRunningVm({ vm: { labels: BACKEND } }), {}],
    ['none of a stopped VM', aStoppedVm({ templateLabels: BACKEND }), {}],
    [
      'those that the VMI lacks where pods could not be read',
      { vm: aVm({ templateLabels: BACKEND }), vmi: aVmi(), pods: [], arePodsUnknown: true },
      BACKEND,
    ],
  ])('are %s', (_, vm, labels) => {
    expect(pendingLabels(vm)).toEqual(labels);
    expect(planPendingLabels(vm).map(({ kind }) => kind)).toEqual(
      Object.keys(labels).length > 0 ? ['restart', 'await'] : [],
    );
  });

  it('restart just the VMI that was looked at, and wait for one with the labels', () => {
    const [restart, renewed] = planPendingLabels(aRunningVm({ vm: { templateLabels: BACKEND } }));
    expect(restart).toMatchObject({ kind: 'restart', vmiUid: 'vmi-1' });
    expect(renewed).toMatchObject({
      kind: 'await',
      condition: { until: 'vmi-renewed', labels: BACKEND, replacedUid: 'vmi-1' },
    });
  });
});
