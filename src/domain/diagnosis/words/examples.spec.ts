import { ALL_RULES } from '../catalogue';
import { exampleOf } from './examples';

describe('exampleOf', () => {
  it('has the grade and the hop of the entry, and facts that tell something wherever a finding of it does', () => {
    expect(exampleOf('N2')).toMatchObject({ code: 'N2', grade: 'blocking', hop: 'NIC', facts: { listed: '22/TCP' } });
    expect(exampleOf('A3')).toMatchObject({ code: 'A3', grade: 'note', hop: 'client' });
    expect(ALL_RULES.map(({ code }) => exampleOf(code).code)).toEqual(ALL_RULES.map(({ code }) => code));
  });
});
