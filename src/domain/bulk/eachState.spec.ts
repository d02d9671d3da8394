import { canTryAgain, eachState, isBusy, type EachState, type EachWorkState } from './eachState';

const of = (purpose: EachWorkState['purpose'], stage: EachWorkState['stage']) =>
  eachState({ work: { purpose, stage }, isAtGoal: false, isUndone: false });

describe('where one VM of a run stands', () => {
  it.each([
    ['idle', 'waiting', 'waiting'],
    ['planning', 'running', 'running'],
    ['ready', 'running', 'running'],
    ['running', 'running', 'running'],
    ['done', 'exposed', 'undone'],
    ['failed', 'failed', 'failed'],
    ['not-planned', 'failed', 'failed'],
    ['cancelled', 'stopped', 'stopped'],
  ] as const)('%s is, on the way there, %s, and on the way back %s', (stage, there, back) => {
    expect([of('expose', stage), of('undo', stage)]).toEqual([there, back]);
  });

  it.each([
    [true, false, 'exposed'],
    [false, false, 'unfinished'],
    [false, true, 'undone'],
    [true, true, 'undone'],
  ])('after a reload, with nothing left to do (%s) or undone (%s), is %s', (isAtGoal, isUndone, state) => {
    expect(eachState({ work: undefined, isAtGoal, isUndone })).toBe(state);
  });

  it('tells what goes on, and what another try can do', () => {
    const states: readonly EachState[] = ['waiting', 'running', 'exposed', 'failed', 'stopped', 'undone', 'unfinished'];
    expect(states.filter(isBusy)).toEqual(['waiting', 'running']);
    expect(states.filter(canTryAgain)).toEqual(['failed', 'stopped', 'unfinished']);
  });
});
