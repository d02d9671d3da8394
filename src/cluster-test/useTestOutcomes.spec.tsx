import { act, render, screen } from '@testing-library/react';
import { aReachedVm } from '../../test/objects/diagnosis';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import type { TestedObjects } from '../domain/cluster-test/testedState';
import type { TestOutcome } from '../domain/cluster-test/testOutcome';
import { keepTestOutcome, useTestOutcomes } from './useTestOutcomes';

const TESTED: TestedObjects = {
  service: aService(),
  vm: aReachedVm(),
  endpointSlices: [aSlice()],
  networkPolicies: [],
};
const OUTCOME: TestOutcome = {
  at: 5,
  answered: ['80/TCP'],
  silent: [],
  untested: [],
  bad: 0,
  total: 4,
  isOfThisVm: true,
};
const Shown = ({ tested }: { readonly tested: TestedObjects }) => {
  const find = useTestOutcomes();
  return <p>{find(tested)?.answered.join() ?? 'none'}</p>;
};

describe('the kept outcome of a test', () => {
  beforeEach(() => sessionStorage.clear());

  it('is shown as soon as it is there, and after the page was loaded again', () => {
    const { unmount } = render(<Shown tested={TESTED} />);
    expect(screen.getByText('none')).toBeVisible();
    act(() => keepTestOutcome(TESTED, OUTCOME));
    expect(screen.getByText('80/TCP')).toBeVisible();
    unmount();
    render(<Shown tested={{ ...TESTED, vm: aReachedVm() }} />);
    expect(screen.getByText('80/TCP')).toBeVisible();
  });

  it('does not hold for another Service, nor once the pods have changed', () => {
    keepTestOutcome(TESTED, OUTCOME);
    const { rerender } = render(<Shown tested={{ ...TESTED, service: aService({ name: 'other' }) }} />);
    expect(screen.getByText('none')).toBeVisible();
    rerender(<Shown tested={{ ...TESTED, vm: aReachedVm({ pod: { uid: 'pod-2' } }) }} />);
    expect(screen.getByText('none')).toBeVisible();
    rerender(<Shown tested={TESTED} />);
    expect(screen.getByText('80/TCP')).toBeVisible();
  });
});
