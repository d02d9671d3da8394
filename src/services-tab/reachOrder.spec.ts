import type { Verdict } from '../domain/diagnosis/diagnose';
import { found, inOrder, type Order } from './reachOrder';

const row = (name: string, ip: string, verdict: Verdict = 'reachable') => ({ texts: [name, ip], verdict });
const ROWS = [
  row('web-10', '172.30.0.9', 'not-reachable'),
  row('web-9', '172.30.0.10'),
  row('db', '172.30.0.2', 'partly-reachable'),
];
const names = (rows: readonly { texts: readonly string[] }[]) => rows.map(({ texts }) => texts[0]);

describe('inOrder', () => {
  it.each<[Order | undefined, string[]]>([
    [undefined, ['web-10', 'web-9', 'db']],
    [{ by: 0, direction: 'asc' }, ['db', 'web-9', 'web-10']],
    [{ by: 1, direction: 'desc' }, ['web-9', 'web-10', 'db']],
    [{ by: 'verdict', direction: 'asc' }, ['web-9', 'db', 'web-10']],
  ])('%j', (order, expected) => expect(names(inOrder(ROWS, order))).toEqual(expected));
});

describe('found', () => {
  it.each([
    ['', ['web-10', 'web-9', 'db']],
    [' WEB ', ['web-10', 'web-9']],
    ['0.2', ['db']],
    ['not-reach', ['web-10']],
    ['nothing', []],
  ])('"%s"', (wanted, expected) => expect(names(found(ROWS, wanted, (verdict) => verdict))).toEqual(expected));
});
