import { matchesLabelSelector, requirementsOf, type LabelSelector } from './labelSelector';

const expression = (key: string, operator: string, ...values: string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, values }],
});

describe('matchesLabelSelector', () => {
  const labels = { tier: 'backend', empty: '' };

  it.each<[string, LabelSelector, boolean]>([
    ['nothing at all, which selects everything', {}, true],
    ['empty lists', { matchLabels: {}, matchExpressions: [] }, true],
    ['a label', { matchLabels: { tier: 'backend' } }, true],
    ['a label of another value', { matchLabels: { tier: 'frontend' } }, false],
    ['a label that is not there', { matchLabels: { app: 'x' } }, false],
    ['an existing empty value', { matchLabels: { empty: '' } }, true],
    ['an empty value of a label that is not there', { matchLabels: { app: '' } }, false],
    ['one label that fits and one that does not', { matchLabels: { tier: 'backend', app: 'x' } }, false],
    ['In', expression('tier', 'In', 'frontend', 'backend'), true],
    ['In without it', expression('tier', 'In', 'frontend'), false],
    ['In of a label that is not there', expression('app', 'In', ''), false],
    ['NotIn', expression('tier', 'NotIn', 'frontend'), true],
    ['NotIn with it', expression('tier', 'NotIn', 'backend'), false],
    ['NotIn of a label that is not there', expression('app', 'NotIn', 'x'), true],
    ['Exists', expression('empty', 'Exists'), true],
    ['Exists of a label that is not there', expression('app', 'Exists'), false],
    ['DoesNotExist', expression('app', 'DoesNotExist'), true],
    ['DoesNotExist of an existing label', expression('tier', 'DoesNotExist'), false],
    [
      'a label that fits and an expression that does not',
      { matchLabels: { tier: 'backend' }, ...expression('tier', 'DoesNotExist') },
      false,
    ],
    ['an operator that is not known', expression('tier', 'Gt', '1'), false],
    ['a key that every object inherits', expression('constructor', 'Exists'), false],
  ])('with %s', (_, selector, isMatch) => {
    expect(matchesLabelSelector(selector, labels)).toBe(isMatch);
  });
});

describe('requirementsOf', () => {
  it('takes an expression without values as one of no value', () => {
    expect(requirementsOf({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'c', operator: 'Exists' }] })).toEqual([
      { key: 'a', operator: 'In', values: ['b'] },
      { key: 'c', operator: 'Exists', values: [] },
    ]);
  });
});
