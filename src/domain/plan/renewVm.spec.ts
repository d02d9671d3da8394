import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { renewVm } from './renewVm';

const kinds = (...args: Parameters<typeof renewVm>) => renewVm(...args).map(({ kind }) => kind);

describe('renewVm', () => {
  it('restarts what lacks the label, starts what does not run, and awaits both', () => {
    expect(kinds(aRunningVm(), { tier: 'backend' }, {})).toEqual(['restart', 'await']);
    expect(kinds(aStoppedVm(), { tier: 'backend' }, {})).toEqual(['start', 'await']);
  });

  it('only awaits a restart that is under way', () => {
    expect(
      kinds(
        aRunningVm({ vm: { stateChangeRequests: [{ action: 'Stop', uid: 'vmi-1' }, { action: 'Start' }] } }),
        { tier: 'backend' },
        {},
      ),
    ).toEqual(['await']);
  });

  it('does nothing to what is as wanted', () => {
    expect(renewVm(aRunningVm({ vmi: { labels: { a: 'b' } }, pod: { labels: { a: 'b' } } }), { a: 'b' }, {})).toEqual(
      [],
    );
  });
});
