import { renderHook } from '@testing-library/react';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { forbidden, notFound, unavailable } from '../../../test/objects/apiErrors';
import { NAMESPACE } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Kind } from '../../domain/k8s/objects';
import { listOf, useWatched } from './useWatched';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ useK8sWatchResource: jest.fn() }));

const SERVICES = [aService()];
const EMPTY: unknown[] = [];

/** A watch that has answered, and then gives the second answer, to the same query or another, and perhaps a third. */
function watchedTwice(
  second: [unknown, boolean, unknown],
  kind: Kind | null = 'Service',
  third?: [unknown, boolean, unknown],
) {
  const answer = (state: [unknown, boolean, unknown]) =>
    jest.mocked(useK8sWatchResource).mockReturnValue(state as never);
  answer([SERVICES, true, undefined]);
  const { result, rerender } = renderHook(({ of }: { of: Kind | null }) => useWatched(of && listOf(of, NAMESPACE)), {
    initialProps: { of: 'Service' as Kind | null },
  });
  expect(result.current).toEqual({ data: SERVICES, isSettled: true });
  answer(second);
  rerender({ of: kind });
  if (third) {
    answer(third);
    rerender({ of: kind });
  }
  return result.current;
}

describe('what a watch has answered', () => {
  it('stays while the console begins the watch again', () => {
    expect(watchedTwice([EMPTY, false, ''])).toEqual({ data: SERVICES, isSettled: true });
  });

  it('stays through a passing failure, which is told', () => {
    expect(watchedTwice([SERVICES, true, unavailable()])).toMatchObject({ data: SERVICES, failure: { code: 503 } });
  });

  it.each([notFound('services'), forbidden('no')])('goes when it is gone, or no longer allowed', (error) => {
    expect(watchedTwice([SERVICES, true, error]).data).toBeUndefined();
    expect(watchedTwice([EMPTY, false, error]).data).toBeUndefined();
    expect(watchedTwice([SERVICES, true, error], 'Service', [EMPTY, false, '']).data).toBeUndefined();
  });

  it('is no answer to another query', () => {
    expect(watchedTwice([EMPTY, false, ''], 'Pod')).toEqual({ data: undefined, isSettled: false });
    expect(watchedTwice([undefined, true, undefined], null)).toEqual({ data: undefined, isSettled: true });
  });
});
