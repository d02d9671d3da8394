import { isSameValue, valueText } from './sameValue';

describe('values of the API', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [undefined, null, true],
    ['1', 1, false],
    [false, null, false],
    [{}, null, false],
    [{ constructor: 'x' }, { constructor: 'x' }, true],
  ])('%j and %j are the same: %s', (a, b, isSame) => {
    expect(isSameValue(a, b)).toBe(isSame);
    expect(valueText(a) === valueText(b)).toBe(isSame);
  });
});
