import {
  SERVICE_NAME,
  VM_NAME,
  aPod,
  aRunningVm,
  aStoppedVm,
  aVm,
  aVmi,
  launcherLabels,
  seenOf,
  type VmiOptions,
} from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { isMet, refusalOf } from './condition';
import type { Labels } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import type { Condition } from '../steps/step';

const BACKEND = { tier: 'backend' };
const isRevertedBy = (...args: Parameters<typeof refusalOf>) => refusalOf(...args)?.areLabelsReverted === true;

describe('vmi-renewed', () => {
  const condition: Condition = { until: 'vmi-renewed', vmName: VM_NAME, labels: BACKEND, replacedUid: 'vmi-1' };
  const met = (vmi: VmiOptions) => isMet(condition, seenOf([aRunningVm({ vmi })]));

  it('is met by another VMI that runs, is ready and carries the labels', () => {
    expect(met({ uid: 'vmi-2', labels: { ...BACKEND, app: 'shop' } })).toBe(true);
  });

  it.each<[string, VmiOptions]>([
    ['the VMI that was there before', { uid: 'vmi-1', labels: BACKEND }],
    ['one without the label', { uid: 'vmi-2', labels: {} }],
    ['one with another value', { uid: 'vmi-2', labels: { tier: 'frontend' } }],
    ['one that is not ready', { uid: 'vmi-2', labels: BACKEND, ready: false }],
    ['one that does not run yet', { uid: 'vmi-2', labels: BACKEND, phase: 'Scheduled', ready: true }],
    ['one that is being deleted', { uid: 'vmi-2', labels: BACKEND, deleting: true }],
    ['one that has failed', { uid: 'vmi-2', labels: BACKEND, phase: 'Failed', ready: true }],
  ])('is not met by %s', (_, vmi) => {
    expect(met(vmi)).toBe(false);
  });

  it('is met by any VMI when none was there before', () => {
    expect(
      isMet(
        { until: 'vmi-renewed', vmName: VM_NAME, labels: BACKEND },
        seenOf([aRunningVm({ vmi: { labels: BACKEND } })]),
      ),
    ).toBe(true);
  });

  it('with a label that was taken away is met only by one that lacks it, whatever else it has', () => {
    const removal: Condition = { ...condition, labels: { ...BACKEND, env: null, constructor: null } };
    const metBy = (labels: Labels) => isMet(removal, seenOf([aRunningVm({ vmi: { uid: 'vmi-2', labels } })]));
    expect(metBy({ ...BACKEND, app: 'shop' })).toBe(true);
    expect(metBy({ ...BACKEND, env: 'prod' })).toBe(false);
    expect(metBy({ ...BACKEND, env: '' })).toBe(false);
    expect(metBy({})).toBe(false);
    expect(metBy({ ...BACKEND, constructor: 'x' })).toBe(false);
  });

  it('with nothing but a label that was taken away is met by a VMI without labels, but not by the one before', () => {
    const removal: Condition = { ...condition, labels: { env: null } };
    expect(isMet(removal, seenOf([aRunningVm({ vmi: { uid: 'vmi-2', labels: null } })]))).toBe(true);
    expect(isMet(removal, seenOf([aRunningVm({ vmi: { uid: 'vmi-1', labels: null } })]))).toBe(false);
  });

  it('is not met while there is no VMI, or no such VM', () => {
    expect(isMet(condition, seenOf([aStoppedVm()]))).toBe(false);
    expect(isMet(condition, seenOf([]))).toBe(false);
    expect(
      isMet(condition, seenOf([aRunningVm({ vm: { name: 'other' }, vmi: { uid: 'vmi-2', labels: BACKEND } })])),
    ).toBe(false);
  });
});

describe('labels-hold', () => {
  const condition = { until: 'labels-hold', vmName: VM_NAME, labels: BACKEND, forSeconds: 5 } as const;
  const pod = (uid: string, labels = {}) =>
    aPod({ name: uid, uid, labels: { ...launcherLabels(VM_NAME, 'vmi-1'), ...labels } });
  const seen = (vmi: VmiOptions, ...pods: SeenVm['pods'][number][]) => seenOf([{ vm: aVm(), vmi: aVmi(vmi), pods }]);

  it('is met while VMI and all live pods carry the labels', () => {
    expect(isMet(condition, seen({ labels: BACKEND }, pod('a', BACKEND), pod('b', BACKEND)))).toBe(true);
  });

  it('does not ask it of a pod that is going', () => {
    expect(isMet(condition, seen({ labels: BACKEND }, pod('a', BACKEND), aPod({ deleting: true })))).toBe(true);
  });

  it('is not met when one of them lost it, or no pod is there', () => {
    expect(isMet(condition, seen({ labels: {} }, pod('a', BACKEND)))).toBe(false);
    expect(isMet(condition, seen({ labels: BACKEND }, pod('a', BACKEND), pod('b')))).toBe(false);
    expect(isMet(condition, seen({ labels: BACKEND }))).toBe(false);
    expect(isMet(condition, seenOf([aStoppedVm()]))).toBe(false);
  });

  it.each<[string, ReturnType<typeof seen>]>([
    ['the VMI lost it', seen({ labels: {} }, pod('a', BACKEND))],
    ['the VMI has another value', seen({ labels: { tier: 'theirs' } }, pod('a', BACKEND))],
    ['a pod lost it', seen({ labels: BACKEND }, pod('a', BACKEND), pod('b'))],
    ['the VMI lost it while there is no pod', seen({ labels: null })],
    ['a pod lost it while the VMI is going', seen({ labels: BACKEND, deleting: true }, pod('a'))],
  ])('is reverted when %s', (_, state) => {
    expect([isRevertedBy(condition, state), isMet(condition, state)]).toEqual([true, false]);
  });

  it.each<[string, ReturnType<typeof seen>]>([
    ['the VMI is gone', seenOf([{ vm: aVm(), pods: [] }])],
    ['the VMI is going, and lacks it', seen({ labels: {}, deleting: true }, pod('a', BACKEND))],
    ['the VMI has ended', seen({ labels: {}, phase: 'Failed' }, aPod({ phase: 'Failed' }))],
    ['no pod is there', seen({ labels: BACKEND })],
    ['the pod is going', seen({ labels: BACKEND }, aPod({ deleting: true }))],
    ['the VM is gone', seenOf([])],
  ])('neither holds nor is reverted when %s', (_, state) => {
    expect([isRevertedBy(condition, state), isMet(condition, state)]).toEqual([false, false]);
  });

  describe('on the pod only', () => {
    const podOnly = { ...condition, isPodOnly: true } as const;

    it.each<[string, ReturnType<typeof seen>, boolean, boolean]>([
      ['holds though the VMI never had it', seen({ labels: {} }, pod('a', BACKEND)), true, false],
      ['holds though the VMI has another value', seen({ labels: { tier: 'theirs' } }, pod('a', BACKEND)), true, false],
      ['is reverted when the pod lost it', seen({ labels: BACKEND }, pod('a')), false, true],
      ['is reverted when one of two pods lost it', seen({ labels: {} }, pod('a', BACKEND), pod('b')), false, true],
      ['neither holds nor is reverted when no pod is there', seen({ labels: {} }), false, false],
      ['neither holds nor is reverted when the VM is gone', seenOf([]), false, false],
    ])('%s', (_, state, holds, reverted) => {
      expect([isMet(podOnly, state), isRevertedBy(podOnly, state)]).toEqual([holds, reverted]);
    });
  });

  describe('of a label that was removed', () => {
    const removal = { ...condition, labels: { ...BACKEND, env: null } } as const;
    const had = { ...BACKEND, env: 'prod' };

    it('hold while neither VMI nor pod has it', () => {
      expect(isMet(removal, seen({ labels: BACKEND }, pod('a', BACKEND)))).toBe(true);
    });

    it.each<[string, ReturnType<typeof seen>]>([
      ['the VMI', seen({ labels: had }, pod('a', BACKEND))],
      ['the pod', seen({ labels: BACKEND }, pod('a', had))],
      ['the pod with an empty value', seen({ labels: BACKEND }, pod('a', { ...BACKEND, env: '' }))],
    ])('are reverted when it is back on %s', (_, state) => {
      expect([isRevertedBy(removal, state), isMet(removal, state)]).toEqual([true, false]);
    });
  });

  it('is not reverted while it holds', () => {
    expect(isRevertedBy(condition, seen({ labels: BACKEND }, pod('a', BACKEND), aPod({ deleting: true })))).toBe(false);
  });
});

describe('endpoint-ready', () => {
  const condition: Condition = { until: 'endpoint-ready', vmName: VM_NAME, serviceName: SERVICE_NAME };
  const met = (slices: ReturnType<typeof aSlice>[], vm = aRunningVm(), services = [aService()]) =>
    isMet(condition, seenOf([vm], services, slices));

  it("is met by a ready endpoint that is the VM's pod", () => {
    expect(met([aSlice()])).toBe(true);
  });

  it.each([
    ['an endpoint that is not ready', [aSlice({ endpoints: [anEndpoint({ ready: false })] })]],
    ['an endpoint of another pod', [aSlice({ endpoints: [anEndpoint({ pod: aPod({ uid: 'other' }) })] })]],
    [
      'a hand-made endpoint at its address',
      [aSlice({ endpoints: [{ addresses: ['10.8.0.12'], conditions: { ready: true } }] })],
    ],
    ["another Service's slice", [aSlice({ service: 'other' })]],
    ['no slice', []],
  ])('is not met by %s', (_, slices) => {
    expect(met(slices)).toBe(false);
  });

  it('is not met without the Service, the VMI or the pod', () => {
    expect(met([aSlice()], aRunningVm(), [])).toBe(false);
    expect(met([aSlice()], aStoppedVm())).toBe(false);
    expect(met([aSlice()], { ...aRunningVm(), pods: [] })).toBe(false);
  });

  it('while migrating is met by the pod that the guest is in, not by the target', () => {
    const source = aPod({ name: 'source', uid: 'pod-source', nodeName: 'node1' });
    const target = aPod({ name: 'target', uid: 'pod-target', nodeName: 'node2' });
    const migrating = { vm: aVm(), vmi: aVmi({ nodeName: 'node1' }), pods: [target, source] };
    expect(met([aSlice({ endpoints: [anEndpoint({ pod: source })] })], migrating)).toBe(true);
    expect(met([aSlice({ endpoints: [anEndpoint({ pod: target })] })], migrating)).toBe(false);
  });
});

describe('a VMI whose spec has changed', () => {
  const condition: Condition = {
    until: 'vmi-renewed',
    vmName: VM_NAME,
    labels: {},
    spec: { subdomain: 'backend' },
    replacedUid: 'vmi-1',
  };
  const withSpec = (spec: object) => {
    const seen = aRunningVm({ vmi: { uid: 'vmi-2' } });
    return seenOf([
      { ...seen, vmi: { ...seen.vmi, spec: { ...seen.vmi?.spec, ...spec } } as NonNullable<SeenVm['vmi']> },
    ]);
  };

  it('is the new one only with the spec that the template has', () => {
    expect(isMet(condition, withSpec({ subdomain: 'backend' }))).toBe(true);
    expect(isMet(condition, withSpec({}))).toBe(false);
    expect(isMet(condition, withSpec({ subdomain: 'other' }))).toBe(false);
  });
});

describe('an endpoint with a name', () => {
  const condition: Condition = { until: 'endpoint-ready', vmName: VM_NAME, serviceName: SERVICE_NAME, isNamed: true };
  const seen = (hostname?: string) =>
    seenOf(
      [aRunningVm()],
      [aService({ selector: BACKEND })],
      [aSlice({ endpoints: [{ ...anEndpoint(), ...(hostname ? { hostname } : {}) }] })],
    );

  it('has a hostname, by which DNS knows it', () => {
    expect(isMet(condition, seen('backendvm'))).toBe(true);
    expect(isMet(condition, seen())).toBe(false);
  });
});
