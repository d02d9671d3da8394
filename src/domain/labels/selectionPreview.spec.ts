import { aPod, aRunningVm, aStoppedVm, aVm, launcherLabels, type PodOptions } from '../../../test/objects/builders';
import type { Pod } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { selectionPreview, type SelectionHits, type SelectionPreviewInput } from './selectionPreview';

const BACKEND = { tier: 'backend' };
const IDENTITY = { 'vmi.kubevirt.io/id': 'backendvm' };

/** A pod that runs a VM, as the label query finds it. */
const podOf = (vmName: string, options: PodOptions = {}): Pod => {
  const pod = aPod({
    name: `virt-launcher-${vmName}`,
    uid: `pod-${vmName}`,
    ...options,
    labels: { ...launcherLabels(vmName, `vmi-${vmName}`), ...options.labels },
  });
  const owner = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', name: vmName, uid: `vmi-${vmName}` };
  return { ...pod, metadata: { ...pod.metadata, ownerReferences: [owner] } };
};
const running = (name: string, labels = {}, podLabels = labels): SeenVm =>
  aRunningVm({ vm: { name, templateLabels: labels }, vmi: { labels }, pod: { labels: podLabels } });

const NONE: SelectionHits = {
  chosen: [],
  chosenMissed: [],
  chosenUnknown: [],
  otherVms: [],
  areOtherVmsKnown: true,
  otherPods: [],
  areOtherPodsKnown: true,
};
const backendvm = running('backendvm');
type PreviewInput = Omit<Partial<SelectionPreviewInput>, 'chosen'> & { readonly chosen?: readonly SeenVm[] };
const preview = ({ chosen = [backendvm], ...input }: PreviewInput = {}) =>
  selectionPreview({
    selector: BACKEND,
    change: BACKEND,
    timing: 'live',
    chosen: chosen.map((seen) => ({ seen })),
    pods: [],
    vms: [backendvm.vm],
    ...input,
  });

describe('the chosen VMs in the preview', () => {
  const HIT = { ...NONE, chosen: ['backendvm'] };
  const MISSED = { ...NONE, chosenMissed: ['backendvm'] };
  it.each([
    ['live', HIT, HIT],
    ['restart', HIT, HIT],
    ['next-restart', MISSED, HIT],
    ['pod-only', HIT, MISSED],
  ] as const)('are hit in time with timing %s', (timing, afterApply, afterRestart) => {
    expect(preview({ timing })).toEqual({ afterApply, afterRestart });
  });

  it('are hit at both moments by their identity label, with nothing labelled', () => {
    expect(preview({ selector: IDENTITY, change: {}, timing: undefined })).toEqual({
      afterApply: HIT,
      afterRestart: HIT,
    });
  });

  it('are missed when stopped until they start, and by an identity label that no pod has told', () => {
    const chosen = [aStoppedVm()];
    expect(preview({ chosen })).toEqual({ afterApply: MISSED, afterRestart: HIT });
    expect(preview({ chosen, timing: 'restart' })).toEqual({ afterApply: HIT, afterRestart: HIT });
    expect(preview({ chosen, selector: IDENTITY, change: {}, timing: undefined })).toEqual({
      afterApply: MISSED,
      afterRestart: MISSED,
    });
  });

  it('lose what only their pod carries at the next restart', () => {
    const podOnly = running('backendvm', {}, BACKEND);
    expect(preview({ chosen: [podOnly], change: {}, timing: undefined })).toEqual({
      afterApply: HIT,
      afterRestart: MISSED,
    });
  });

  it('are missed when the selector wants more than the run sets', () => {
    expect(preview({ selector: { ...BACKEND, app: 'web' } })).toEqual({ afterApply: MISSED, afterRestart: MISSED });
  });

  it('are missed where a label is taken away that the selector wants', () => {
    const chosen = [running('backendvm', BACKEND)];
    expect(preview({ chosen, change: { tier: null } })).toEqual({ afterApply: MISSED, afterRestart: MISSED });
  });

  it('are told each by its own state, in alphabetical order', () => {
    const chosen = [running('b'), aStoppedVm({ name: 'c' }), running('a')];
    const { afterApply, afterRestart } = preview({ chosen, vms: chosen.map(({ vm }) => vm) });
    expect(afterApply).toEqual({ ...NONE, chosen: ['a', 'b'], chosenMissed: ['c'] });
    expect(afterRestart).toEqual({ ...NONE, chosen: ['a', 'b', 'c'] });
  });

  it('are hit by a pod that only the query for the labels has shown', () => {
    const chosen = [{ ...backendvm, pods: [], arePodsUnknown: true }];
    expect(preview({ chosen, change: {}, timing: undefined, selector: IDENTITY, pods: [podOf('backendvm')] })).toEqual({
      afterApply: HIT,
      afterRestart: HIT,
    });
  });

  describe('whose pods could not be read', () => {
    const chosen = [{ ...backendvm, pods: [], arePodsUnknown: true }];
    const UNKNOWN = { ...NONE, chosenUnknown: ['backendvm'] };
    it('are not known, neither hit nor missed', () => {
      expect(preview({ chosen })).toEqual({ afterApply: UNKNOWN, afterRestart: HIT });
      expect(preview({ chosen, selector: IDENTITY, change: {}, timing: undefined, pods: undefined })).toMatchObject({
        afterApply: { chosenUnknown: ['backendvm'], chosenMissed: [] },
        afterRestart: { chosenUnknown: ['backendvm'], chosenMissed: [] },
      });
      expect(preview({ chosen, selector: { ...IDENTITY, ...BACKEND } }).afterRestart).toEqual(UNKNOWN);
    });

    it('are missed all the same where another label is wrong, or the query for the labels has not found them', () => {
      expect(preview({ chosen, selector: { ...IDENTITY, app: 'web' } }).afterRestart).toEqual(MISSED);
      expect(preview({ chosen, timing: 'next-restart' }).afterApply).toEqual(MISSED);
    });

    it('are missed by a selector that selects nothing', () => {
      expect(preview({ chosen, selector: {} })).toEqual({ afterApply: MISSED, afterRestart: MISSED });
    });

    it('are hit by a restart that makes a new pod', () => {
      expect(preview({ chosen, timing: 'restart' }).afterApply).toEqual(HIT);
    });
  });
});

describe('other VMs and other pods in the preview', () => {
  it('are named, a VM with two pods once, pods that are no VM by their own name', () => {
    const pods = [
      podOf('clone', { name: 'source', labels: BACKEND }),
      podOf('clone', { name: 'target', uid: 'pod-2', labels: BACKEND }),
      aPod({ name: 'web-1', uid: 'web-1', labels: BACKEND }),
      podOf('backendvm', { labels: BACKEND }),
    ];
    const { afterApply, afterRestart } = preview({
      pods,
      vms: [backendvm.vm, aVm({ name: 'clone', templateLabels: BACKEND })],
    });
    expect(afterApply).toMatchObject({
      otherVms: ['clone'],
      otherPods: ['web-1'],
      areOtherVmsKnown: true,
      areOtherPodsKnown: true,
    });
    expect(afterRestart).toMatchObject({
      otherVms: ['clone'],
      otherPods: ['web-1'],
      areOtherVmsKnown: true,
      areOtherPodsKnown: true,
    });
  });

  it('do not count when their pods ended, go, or matched an older selector', () => {
    const pods = [
      podOf('ended', { phase: 'Succeeded', labels: BACKEND }),
      aPod({ name: 'failed', phase: 'Failed', labels: BACKEND }),
      aPod({ name: 'going', deleting: true, labels: BACKEND }),
      aPod({ name: 'older', labels: { tier: 'frontend' } }),
      podOf('older'),
    ];
    expect(preview({ pods })).toEqual({
      afterApply: { ...NONE, chosen: ['backendvm'] },
      afterRestart: { ...NONE, chosen: ['backendvm'] },
    });
  });

  it('join after a restart when stopped or with a label that waits, and leave when only their pod has the label', () => {
    const vms = [
      aVm({ name: 'stopped', runStrategy: 'Halted', templateLabels: BACKEND }),
      aVm({ name: 'pending', templateLabels: BACKEND }),
      aVm({ name: 'leaving' }),
    ];
    const { afterApply, afterRestart } = preview({ vms, pods: [podOf('leaving', { labels: BACKEND })] });
    expect(afterApply.otherVms).toEqual(['leaving']);
    expect(afterRestart.otherVms).toEqual(['pending', 'stopped']);
  });

  it('join by the hostname that they will have, and not when they are being deleted', () => {
    const selector = { 'vm.kubevirt.io/name': 'web' };
    const deleted = aVm({ name: 'web.old' });
    const vms = [
      aVm({ name: 'web.example.com' }),
      { ...deleted, metadata: { ...deleted.metadata, deletionTimestamp: '2026-08-01T11:00:00Z' } },
    ];
    expect(preview({ selector, change: {}, timing: undefined, vms }).afterRestart.otherVms).toEqual([
      'web.example.com',
    ]);
  });

  it('stay when no VM keeps them', () => {
    const pods = [podOf('vmi-alone', { labels: BACKEND })];
    expect(preview({ pods }).afterRestart).toMatchObject({ otherVms: ['vmi-alone'], areOtherVmsKnown: true });
    expect(preview({ pods, vms: undefined }).afterRestart).toMatchObject({ otherVms: [], areOtherVmsKnown: false });
  });

  it('are not known when the pods were not read, but for what the templates tell', () => {
    const { afterApply, afterRestart } = preview({
      pods: undefined,
      vms: [aVm({ name: 'clone', templateLabels: BACKEND })],
    });
    expect(afterApply).toMatchObject({
      chosen: ['backendvm'],
      otherVms: [],
      areOtherVmsKnown: false,
      otherPods: [],
      areOtherPodsKnown: false,
    });
    expect(afterRestart).toMatchObject({ otherVms: ['clone'], areOtherVmsKnown: false, areOtherPodsKnown: false });
  });

  it('are known now and not after a restart when the VMs were not read', () => {
    const { afterApply, afterRestart } = preview({ vms: undefined, pods: [podOf('clone', { labels: BACKEND })] });
    expect(afterApply).toMatchObject({ otherVms: ['clone'], areOtherVmsKnown: true });
    expect(afterRestart).toMatchObject({ otherVms: [], areOtherVmsKnown: false, areOtherPodsKnown: true });
  });

  it('are none for a selector that selects nothing, whatever was read', () => {
    const nothing = { ...NONE, chosenMissed: ['backendvm'] };
    expect(preview({ selector: {}, pods: undefined, vms: undefined })).toEqual({
      afterApply: nothing,
      afterRestart: nothing,
    });
    expect(preview({ selector: {}, pods: [aPod()], vms: [aVm({ name: 'other' })] })).toEqual({
      afterApply: nothing,
      afterRestart: nothing,
    });
  });

  it('do not match by keys that objects inherit', () => {
    const selector = JSON.parse('{"constructor":"x"}') as Record<string, string>;
    expect(preview({ selector, change: {}, pods: [aPod()], vms: [aVm({ name: 'other' })] })).toMatchObject({
      afterApply: { otherPods: [] },
      afterRestart: { otherVms: [] },
    });
  });

  it('are found among ten thousand', () => {
    const vms = Array.from({ length: 10_000 }, (_none, index) =>
      aVm({ name: `vm-${index}`, templateLabels: index % 2 ? BACKEND : {} }),
    );
    expect(preview({ vms }).afterRestart.otherVms).toHaveLength(5000);
  });
});
