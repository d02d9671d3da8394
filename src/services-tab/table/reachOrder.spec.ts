import type { Verdict } from '../../domain/diagnosis/diagnose';
import { countsOf, DEFAULT_ORDER, found, inOrder, type Filter, type Order } from './reachOrder';

const row = (name: string, ip: string, verdict: Verdict = 'reachable') => ({ texts: [name, ip], verdict });
const ROWS = [
  row('web-9', '172.30.0.10'),
  row('unread', '172.30.0.11', 'not-checked'),
  row('web-10', '172.30.0.9', 'not-reachable'),
  row('db', '172.30.0.2', 'partly-reachable'),
];
const names = (rows: readonly { texts: readonly string[] }[]) => rows.map(({ texts }) => texts[0]);

describe('inOrder', () => {
  it.each<[Order, string[]]>([
    [DEFAULT_ORDER, ['web-10', 'db', 'unread', 'web-9']],
    [{ by: 'verdict', direction: 'desc' }, ['web-9', 'unread', 'db', 'web-10']],
    [{ by: 0, direction: 'asc' }, ['db', 'unread', 'web-9', 'web-10']],
    [{ by: 1, direction: 'desc' }, ['unread', 'web-9', 'web-10', 'db']],
  ])('%j', (order, expected) => expect(names(inOrder(ROWS, order))).toEqual(expected));
});

describe('found', () => {
  it.each<[Filter, string[]]>([
    [{ typed: '', verdict: undefined }, ['web-9', 'unread', 'web-10', 'db']],
    [{ typed: ' WEB ', verdict: undefined }, ['web-9', 'web-10']],
    [{ typed: '0.2', verdict: undefined }, ['db']],
    [{ typed: 'not-reach', verdict: undefined }, ['web-10']],
    [{ typed: 'nothing', verdict: undefined }, []],
    [{ typed: '', verdict: 'not-checked' }, ['unread']],
    [{ typed: 'web', verdict: 'reachable' }, ['web-9']],
  ])('%j', (filter, expected) => expect(names(found(ROWS, filter, (verdict) => verdict))).toEqual(expected));
});

it('counts the statuses that there are, the worst first', () =>
  expect(countsOf(ROWS.slice(0, 3))).toEqual([
    { verdict: 'not-reachable', count: 1 },
    { verdict: 'not-checked', count: 1 },
    { verdict: 'reachable', count: 1 },
  ]));
