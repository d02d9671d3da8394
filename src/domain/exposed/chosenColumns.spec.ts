import { OPTIONAL_COLUMNS, shownColumns } from './chosenColumns';

describe('shownColumns', () => {
  it('shows the project only for all projects', () => {
    expect(shownColumns([], true)).toEqual(['vm', 'service', 'project', 'address', 'status']);
    expect(shownColumns([], false)).toEqual(['vm', 'service', 'address', 'status']);
  });

  it('adds what a person chose, in the order of the list', () => {
    expect(shownColumns(['created', 'type'], false)).toEqual(['vm', 'service', 'address', 'type', 'created', 'status']);
  });

  it.each([undefined, null, 'type', { type: true }, ['nothing', 7]])('takes %j for no choice', (kept) => {
    expect(shownColumns(kept, false)).toEqual(['vm', 'service', 'address', 'status']);
  });

  it('offers all others', () => {
    expect(OPTIONAL_COLUMNS).toEqual(['type', 'ports', 'dns-name', 'creator', 'created']);
  });
});
