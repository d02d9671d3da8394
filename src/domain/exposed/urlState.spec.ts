import { FIRST_STATE, queryOfState, stateOfQuery, type ListState } from './urlState';

describe('the page’s URL', () => {
  it('says nothing on a fresh page', () => {
    expect(queryOfState(FIRST_STATE)).toBe('');
    expect(stateOfQuery('')).toEqual(FIRST_STATE);
  });

  it('keeps all that a person has set', () => {
    const state: ListState = {
      filter: {
        typed: 'a&b=ü',
        scope: 'label',
        statuses: ['not-reachable', 'reachable'],
        access: ['NodePort', 'Route'],
        vmStates: ['stopped'],
        isMadeHere: true,
      },
      order: { by: 'created', direction: 'desc' },
      showsNotExposed: true,
      page: 3,
      perPage: 100,
    };
    const read = stateOfQuery(`?${queryOfState(state)}`);
    expect({ ...read, filter: { ...read.filter, access: [...read.filter.access].sort() } }).toEqual(state);
  });

  it.each([
    '?sort=constructor',
    '?page=-1',
    '?page=1e9x',
    '?per-page=7',
    '?status=__proto__',
    '?in=toString',
    '?access=x',
  ])('takes %s as a fresh page', (search) => {
    expect(stateOfQuery(search)).toEqual(FIRST_STATE);
  });

  it('can sort down by the column that a fresh page sorts up by', () => {
    const state: ListState = { ...FIRST_STATE, order: { by: 'status', direction: 'desc' } };
    expect(stateOfQuery(queryOfState(state))).toEqual(state);
  });
});
