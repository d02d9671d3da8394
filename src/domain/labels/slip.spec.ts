import { isSlipOf } from './slip';

describe('isSlipOf', () => {
  it.each([
    ['teir', 'tier'],
    ['teer', 'tier'],
    ['ter', 'tier'],
    ['tieer', 'tier'],
    ['Tier', 'tier'],
    ['tier', 'tiers'],
    ['app.kubernetes.io/nmae', 'app.kubernetes.io/name'],
    ['app.kubernetes/name', 'app.kubernetes/nam'],
  ])('%s is one of %s', (typed, meant) => {
    expect([isSlipOf(typed, meant), isSlipOf(meant, typed)]).toEqual([true, true]);
  });

  it.each([
    ['tier', 'tier'],
    ['web1', 'web2'],
    ['web', 'web1'],
    ['backend', 'frontend'],
    ['a', 'b'],
    ['db', 'dc'],
    ['', 'tier'],
    ['abc', 'cab'],
  ])('%s is none of %s', (typed, meant) => {
    expect([isSlipOf(typed, meant), isSlipOf(meant, typed)]).toEqual([false, false]);
  });
});
