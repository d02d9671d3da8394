import { ALL_RULES, BLIND_SPOTS } from '../catalogue';
import { CATALOGUE_WORDS } from './catalogueWords';

describe('CATALOGUE_WORDS', () => {
  it('has words for each code that is told, and for none that is not', () => {
    const told = [...ALL_RULES, ...BLIND_SPOTS].map(({ code }): string => code);
    expect(Object.keys(CATALOGUE_WORDS).sort()).toEqual([...told, 'A3'].sort());
  });
});
