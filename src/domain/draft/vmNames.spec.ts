import { keyOfVms, uniqueNames } from './vmNames';

describe('uniqueNames', () => {
  it('keeps the order, counts a name once and leaves out empty ones', () => {
    expect(uniqueNames(['web', '', 'db', 'web', 'constructor', ''])).toEqual(['web', 'db', 'constructor']);
    expect(uniqueNames([])).toEqual([]);
  });
});

describe('keyOfVms', () => {
  it('is the same for the same VMs in any order', () => {
    expect(keyOfVms(['web', 'db', 'web'])).toBe('db,web');
    expect(keyOfVms(['db', 'web'])).toBe('db,web');
  });

  it('is the name of a VM alone, and another in company', () => {
    expect(keyOfVms(['db'])).toBe('db');
    expect(keyOfVms(['db'])).not.toBe(keyOfVms(['db', 'db-2']));
  });

  it('does not change the list that it is given', () => {
    const names = ['web', 'db'];
    keyOfVms(names);
    expect(names).toEqual(['web', 'db']);
  });
});
