import '../../../test/components/anyVersion';
import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aPod, aStoppedVm, NAMESPACE } from '../../../test/objects/builders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { Labels } from '../../domain/k8s/objects';
import { useSelected, type Selected } from './useSelected';

interface Asked {
  readonly namespace: string;
  readonly selector: Labels | undefined;
}
const BACKEND = { tier: 'backend' };
const FRONTEND = { tier: 'frontend' };
const begin = (selector: Labels | undefined = BACKEND, namespace = NAMESPACE) =>
  renderHook(({ namespace: ns, selector: wanted }: Asked) => useSelected(ns, wanted), {
    initialProps: { namespace, selector },
  });
const current = async (hook: { result: { current: Selected } }) =>
  waitFor(() => expect(hook.result.current.isCurrent).toBe(true));
const watched = () =>
  sdk
    .watched()
    .map(({ groupVersionKind, namespace, selector }) => [groupVersionKind?.kind, namespace, selector?.matchLabels]);
const POD = aPod({ name: 'web-1', uid: 'web-1', labels: BACKEND });
const served = () => {
  const cluster = new ServedCluster({ vms: [aStoppedVm()] });
  cluster.cluster.put(POD);
  cluster.cluster.put(aPod({ name: 'web-2', uid: 'web-2', labels: FRONTEND }));
  return cluster;
};
/** lets the SDK stub's watches answer, with the clock in the test's hands */
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

describe('useSelected', () => {
  it('asks at once for the pods with the labels and the VMs of the namespace', async () => {
    served();
    const hook = begin();
    expect(hook.result.current).toEqual({ pods: undefined, vms: undefined, isCurrent: false });
    await current(hook);
    expect(hook.result.current).toEqual({ pods: [POD], vms: [aStoppedVm().vm], isCurrent: true });
    expect(watched()).toEqual([
      ['Pod', NAMESPACE, BACKEND],
      ['VirtualMachine', NAMESPACE, undefined],
    ]);
  });

  it('shows what comes and goes', async () => {
    const cluster = served();
    const hook = begin();
    await current(hook);
    await cluster.change((inMemory) => inMemory.put(aPod({ name: 'web-3', uid: 'web-3', labels: BACKEND })));
    expect(hook.result.current.pods?.map(({ metadata }) => metadata?.name)).toEqual(['web-1', 'web-3']);
  });

  it.each<[string, Labels]>([
    ['empty', {}],
    ['without a key', { '': 'backend' }],
    ['half typed', { 'app.': 'x' }],
    ['with a bad value', { tier: 'x y' }],
  ])('never asks for pods with a selector that is %s', async (_what, selector) => {
    served();
    const hook = begin(selector);
    await current(hook);
    expect(hook.result.current.pods).toBeUndefined();
    expect(hook.result.current.podsFailure).toBeUndefined();
    expect(watched()).toEqual([['VirtualMachine', NAMESPACE, undefined]]);
  });

  it('watches nothing without a selector or a namespace', async () => {
    served();
    const hook = renderHook(() => [useSelected(NAMESPACE, undefined), useSelected('', BACKEND)]);
    await act(async () => Promise.resolve());
    expect(watched()).toEqual([]);
    expect(hook.result.current.map(({ pods, vms }) => [pods, vms])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it.each([
    ['Pod', 'pods', 'podsFailure'],
    ['VirtualMachine', 'vms', 'vmsFailure'],
  ] as const)(
    "says that %s may not be read, in the API server's words, and gives no list",
    async (kind, list, failure) => {
      const cluster = served();
      cluster.watchAnswers.set(kind, { error: forbidden(`${kind} is forbidden`) });
      const hook = begin();
      await current(hook);
      expect(hook.result.current[failure]).toEqual({ code: 403, reason: 'Forbidden', message: `${kind} is forbidden` });
      expect(hook.result.current[list]).toBeUndefined();
      expect(hook.result.current[list === 'pods' ? 'vms' : 'pods']).toHaveLength(1);
    },
  );

  it('keeps the list through a failure that passes', async () => {
    const cluster = served();
    const hook = begin();
    await current(hook);
    cluster.watchAnswers.set('Pod', { error: unavailable() });
    await cluster.change();
    expect(hook.result.current).toMatchObject({ pods: [POD], podsFailure: { code: 503 }, isCurrent: true });
  });

  describe('while the selector is typed', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());
    const asked = () =>
      watched()
        .filter(([kind]) => kind === 'Pod')
        .map(([, , labels]) => labels);

    it('asks for none of the letters, but for what has stayed for 400 ms', async () => {
      served();
      const hook = begin();
      await pass(0);
      expect(hook.result.current.isCurrent).toBe(true);
      for (const value of ['f', 'fr', 'front', 'frontend']) {
        hook.rerender({ namespace: NAMESPACE, selector: { tier: value } });
        expect(hook.result.current).toMatchObject({ pods: [POD], isCurrent: false });
        await pass(399);
        expect(asked()).toEqual([BACKEND]);
      }
      await pass(1);
      expect(asked()).toEqual([FRONTEND]);
      await pass(0);
      expect(hook.result.current).toMatchObject({ pods: [{ metadata: { name: 'web-2' } }], isCurrent: true });
    });

    it('is not current while the new query has not answered, and gives no pods of the old one', async () => {
      const cluster = served();
      const hook = begin();
      await pass(0);
      cluster.watchAnswers.set('Pod', 'loading');
      hook.rerender({ namespace: NAMESPACE, selector: FRONTEND });
      await pass(400);
      await pass(0);
      expect(asked()).toEqual([FRONTEND]);
      expect(hook.result.current).toMatchObject({ pods: undefined, vms: [{}], isCurrent: false });
    });

    it('stays current when an equal selector comes as another object', async () => {
      served();
      const hook = begin();
      await pass(0);
      hook.rerender({ namespace: NAMESPACE, selector: { ...BACKEND } });
      expect(hook.result.current.isCurrent).toBe(true);
    });

    it('lets go of the pods when the selector has become invalid, not of the VMs', async () => {
      served();
      const hook = begin();
      await pass(0);
      hook.rerender({ namespace: NAMESPACE, selector: { 'tier.': 'backend' } });
      expect(hook.result.current.isCurrent).toBe(false);
      await pass(400);
      expect(watched().map(([kind]) => kind)).toEqual(['VirtualMachine']);
      expect(hook.result.current).toMatchObject({ pods: undefined, isCurrent: true });
    });

    it('leaves no timer and no watch behind', async () => {
      served();
      const hook = begin();
      await pass(0);
      hook.rerender({ namespace: NAMESPACE, selector: FRONTEND });
      hook.unmount();
      expect(jest.getTimerCount()).toBe(0);
      expect(watched()).toEqual([]);
    });
  });
});
