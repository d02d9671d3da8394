import { act, renderHook, waitFor } from '@testing-library/react';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { NAMESPACE } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import type * as LoadPart from '../../host/loadPart';
import type { Step } from '../../domain/steps/step';
import { useSteps } from './useSteps';

let mockIsGone = false;
jest.mock('../../host/loadPart', () => {
  const actual = jest.requireActual<typeof LoadPart>('../../host/loadPart');
  return {
    ...actual,
    loadPart: (...part: Parameters<typeof LoadPart.loadPart>) =>
      mockIsGone ? Promise.reject(new actual.PartNotLoaded('Loading chunk 7 failed')) : actual.loadPart(...part),
  };
});

const remove = (name: string): Step => ({
  id: `delete/${name}`,
  kind: 'delete',
  target: { kind: 'Service', namespace: NAMESPACE, name },
  why: 'asked',
  guard: { uid: `svc-${name}` },
});
const SERVICES = [aService({ name: 'a' }), aService({ name: 'b' })];

const begin = (plan: () => Promise<readonly Step[]>) => {
  const onDone = jest.fn();
  const view = renderHook(() => useSteps(plan, onDone));
  const until = (stage: string) => waitFor(() => expect(view.result.current.stage).toBe(stage), PATIENCE);
  const states = () => view.result.current.progress.map(({ step, state }) => `${step.id}: ${state}`);
  return { ...view, onDone, until, states };
};
/** Deletes what is left of a and b. */
const planOf = (served: ServedCluster) => () =>
  Promise.resolve(['a', 'b'].filter((name) => served.cluster.one('Service', name)).map(remove));

describe('sending steps', () => {
  it('sends nothing before it is told to, then each step once, however often it is told', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const { result, until, states, onDone } = begin(planOf(served));
    expect(result.current.stage).toBe('planning');
    await until('ready');
    expect(states()).toEqual(['delete/a: not-started', 'delete/b: not-started']);
    expect(served.received).toEqual([]);
    act(() => {
      result.current.apply();
      result.current.apply();
    });
    await until('done');
    expect(states()).toEqual(['delete/a: done', 'delete/b: done']);
    expect(served.cluster.writes).toEqual(['delete Service/a', 'delete Service/b']);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('plans again after a failure, and sends only the remaining steps once confirmed', async () => {
    const served = new ServedCluster({ services: SERVICES });
    served.refuse = (write) => (write.verb === 'delete' && write.target.name === 'b' ? forbidden('no') : undefined);
    const { result, until, states, onDone } = begin(planOf(served));
    await until('ready');
    act(() => result.current.apply());
    await until('failed');
    expect(result.current.failure).toMatchObject({ code: 403, message: 'no' });
    expect(onDone).not.toHaveBeenCalled();
    served.refuse = () => undefined;
    act(() => result.current.retry());
    await until('ready');
    expect(result.current.failure).toBeUndefined();
    expect(states()).toEqual(['delete/a: done', 'delete/b: not-started']);
    act(() => result.current.apply());
    await until('done');
    expect(served.cluster.writes).toEqual(['delete Service/a', 'delete Service/b']);
  });

  it('stops before the next step when it is cancelled, and when the page is left', async () => {
    for (const stop of ['cancel', 'leave'] as const) {
      const served = new ServedCluster({ services: SERVICES });
      let isHeld = true;
      served.holds = () => isHeld;
      const { result, until, unmount } = begin(planOf(served));
      await until('ready');
      act(() => result.current.apply());
      await waitFor(() => expect(served.sent).toHaveLength(1), PATIENCE);
      if (stop === 'cancel') act(() => result.current.cancel());
      else unmount();
      isHeld = false;
      if (stop === 'cancel') await until('cancelled');
      await waitFor(() => expect(served.cluster.writes).toEqual(['delete Service/a']), PATIENCE);
      expect(served.sent).toHaveLength(1);
    }
  });

  it('tells that the cluster could not be looked at, and looks again', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const plan = jest.fn(planOf(served)).mockRejectedValueOnce(unavailable());
    const { result, until } = begin(plan);
    await until('not-planned');
    expect(result.current.failure).toMatchObject({ code: 503 });
    act(() => result.current.retry());
    await until('ready');
    expect(plan).toHaveBeenCalledTimes(2);
    expect(served.received).toEqual([]);
  });

  it('tells that what sends could not be loaded', async () => {
    const served = new ServedCluster({ services: SERVICES });
    mockIsGone = true;
    const { result, until } = begin(planOf(served));
    await until('ready');
    act(() => result.current.apply());
    await until('not-planned');
    expect(result.current.failure).toEqual({ message: 'Loading chunk 7 failed', isPartMissing: true });
    expect(served.sent).toEqual([]);
    mockIsGone = false;
    act(() => result.current.retry());
    await until('ready');
    act(() => result.current.apply());
    await until('done');
  });
});
