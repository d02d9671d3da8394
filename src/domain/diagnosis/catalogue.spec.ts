import { ALL_RULES, ruleOf } from './catalogue';
import { HOPS } from './hopPath';

describe('the catalogue', () => {
  it('has each code once, on a hop of the path', () => {
    const codes = ALL_RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(ALL_RULES.filter(({ hop }) => !HOPS.includes(hop))).toEqual([]);
  });

  it('finds an entry by its code', () => {
    expect(ruleOf('N2')).toMatchObject({ code: 'N2', grade: 'blocking', hop: 'NIC' });
    expect(ruleOf('A3')).toBeUndefined();
  });
});
