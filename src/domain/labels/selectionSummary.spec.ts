import type { SelectionHits } from './selectionPreview';
import { selectionSummary } from './selectionSummary';

const HITS: SelectionHits = {
  chosen: ['web'],
  chosenMissed: [],
  chosenUnknown: [],
  otherVms: [],
  areOtherVmsKnown: true,
  otherPods: [],
  areOtherPodsKnown: true,
};
const summary = (now: Partial<SelectionHits>, later: Partial<SelectionHits>) =>
  selectionSummary({ afterApply: { ...HITS, ...now }, afterRestart: { ...HITS, ...later } });

describe('the summary of a selection', () => {
  it('has no rows where the chosen VMs and nothing else are selected at both moments', () => {
    expect(summary({}, {})).toEqual({ selected: ['web'], rows: [], areOthersKnown: true });
  });

  it('has a row for a chosen VM that is missed or unknown at a moment', () => {
    expect(
      summary({ chosen: ['web'], chosenMissed: ['db'], chosenUnknown: ['app'] }, { chosen: ['app', 'db', 'web'] }),
    ).toEqual({
      selected: ['web'],
      rows: [
        { kind: 'chosen', name: 'db', now: 'not-selected', later: 'selected' },
        { kind: 'chosen', name: 'app', now: 'not-checked', later: 'selected' },
      ],
      areOthersKnown: true,
    });
  });

  it('has a row for each other VM and pod that is selected at one of the moments', () => {
    expect(summary({ otherPods: ['job'] }, { otherVms: ['clone'], otherPods: ['job'] }).rows).toEqual([
      { kind: 'other-vm', name: 'clone', now: 'not-selected', later: 'selected' },
      { kind: 'other-pod', name: 'job', now: 'selected', later: 'selected' },
    ]);
  });

  it('never takes what was not read for not selected', () => {
    const unread = { areOtherVmsKnown: false };
    expect(summary({ otherVms: ['clone'] }, unread)).toMatchObject({
      rows: [{ name: 'clone', now: 'selected', later: 'not-checked' }],
      areOthersKnown: false,
    });
  });
});
