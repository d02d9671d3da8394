import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { listedRows } from '../../../test/objects/listedRows';
import { aService } from '../../../test/objects/serviceBuilders';
import type { ListedRow } from './listedRow';
import { COLUMNS, inFormerPlaces, sortedRows, type Column } from './rowOrder';

const born = (name: string, creationTimestamp: string) => {
  const service = aService({ name });
  return { ...service, metadata: { ...service.metadata, creationTimestamp } };
};
const rows = listedRows({
  services: [born('web10', '2026-01-03T00:00:00Z'), born('web9', '2026-01-01T00:00:00Z')],
  vms: [aReachedVm(), aStoppedVm({ name: 'alone' })],
}).map((row): ListedRow =>
  row.kind === 'service'
    ? { ...row, row: { ...row.row, verdict: row.serviceName === 'web9' ? 'not-reachable' : 'reachable' } }
    : row,
);
const order = (by: Column, direction: 'asc' | 'desc' = 'asc'): string[] =>
  sortedRows(rows, { by, direction }).map(({ key }) => key.replace(/.*\//, ''));

describe('sortedRows', () => {
  it.each<[Column, string[]]>([
    ['status', ['web9', 'web10', 'alone']],
    ['service', ['web9', 'web10', 'alone']],
    ['vm', ['alone', 'web9', 'web10']],
    ['created', ['web10', 'web9', 'alone']],
    ['address', ['web9', 'web10', 'alone']],
  ])('sorts by %s', (by, wanted) => {
    expect(order(by)).toEqual(wanted);
  });

  it('turns the order round', () => {
    expect(order('service', 'desc')).toEqual(['alone', 'web10', 'web9']);
  });

  it.each(COLUMNS)('keeps every row when it sorts by %s', (by) => {
    expect(order(by).sort()).toEqual(['alone', 'web10', 'web9']);
  });
});

describe('inFormerPlaces', () => {
  const sorted = sortedRows(rows, { by: 'service', direction: 'asc' });
  const [web9 = '', web10 = '', alone = ''] = sorted.map(({ key }) => key);

  it('leaves rows where they were, and appends new ones', () => {
    expect(inFormerPlaces([alone, web9], sorted).map(({ key }) => key)).toEqual([alone, web9, web10]);
  });

  it('leaves out what is gone', () => {
    expect(inFormerPlaces(['service:gone/x', web10, web9, alone], sorted)).toHaveLength(3);
  });

  it('takes the order as it is the first time', () => {
    expect(inFormerPlaces([], sorted)).toBe(sorted);
  });
});
