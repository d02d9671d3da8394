import { isValidSelector, selectorDifferences, selectorText, selects } from './selector';

const LABELS = { tier: 'backend', app: 'shop', empty: '' };

describe('an equality selector', () => {
  it.each([
    [{ tier: 'backend' }, true],
    [{ tier: 'backend', app: 'shop' }, true],
    [{ empty: '' }, true],
    [{ tier: 'frontend' }, false],
    [{ tier: 'backend', app: 'other' }, false],
    [{ missing: 'x' }, false],
    [{ missing: '' }, false],
    [{ Tier: 'backend' }, false],
    // no endpoints are made for a Service without a selector
    [{}, false],
  ])('%j selects labels that include it: %s', (selector, answer) => {
    expect(selects(selector, LABELS)).toBe(answer);
  });

  it.each(['toString', 'constructor', '__proto__'])(
    'is not satisfied by %s, which every JavaScript object inherits',
    (key) => {
      const selector = Object.fromEntries([[key, 'x']]);
      expect(selects(selector, LABELS)).toBe(false);
      expect(selectorDifferences(selector, LABELS)).toEqual([{ key, needed: 'x' }]);
      expect(selects(selector, Object.fromEntries([[key, 'x']]))).toBe(true);
    },
  );

  it('says which keys differ and what is there instead', () => {
    expect(selectorDifferences({ tier: 'frontend', app: 'shop', zone: 'a', empty: 'x' }, LABELS)).toEqual([
      { key: 'tier', needed: 'frontend', actual: 'backend' },
      { key: 'zone', needed: 'a' },
      { key: 'empty', needed: 'x', actual: '' },
    ]);
  });

  it('has no differences from labels that it selects', () => {
    expect(selectorDifferences({ tier: 'backend', empty: '' }, LABELS)).toEqual([]);
  });

  it('is written as the command line takes it', () => {
    expect(selectorText({ tier: 'backend', 'example.com/zone': '' })).toBe('tier=backend,example.com/zone=');
    expect(selectorText({})).toBe('');
  });
});

describe('isValidSelector', () => {
  it.each([
    [{ tier: 'backend' }, true],
    [{ 'example.com/tier': 'a', app: '' }, true],
    [{ 'vmi.kubevirt.io/id': 'backendvm' }, true],
    [{ 'kubevirt.io/nodeName': 'node1' }, true],
    [{ 'kubevirt.io/size': 'small' }, true],
    [{ constructor: 'x' }, true],
    [{}, false],
    [{ '': 'backend' }, false],
    [{ 'ti er': 'backend' }, false],
    [{ 'app.': 'backend' }, false],
    [{ '/tier': 'backend' }, false],
    [{ tier: 'x y' }, false],
    [{ tier: 'x,app=y' }, false],
    [{ tier: 'backend', ['a'.repeat(64)]: 'x' }, false],
    [{ [`${'a'.repeat(254)}/tier`]: 'x' }, false],
    [{ tier: 'a'.repeat(64) }, false],
  ])('%j: %s', (selector, isValid) => {
    expect(isValidSelector(selector)).toBe(isValid);
  });
});
