import { millisecondsOf } from '../k8s/timestamp';
import { WORST_FIRST } from './filters';
import type { ListedRow } from './listedRow';

/** The columns of the list, in the order in which they stand. */
export const COLUMNS = [
  'vm',
  'service',
  'project',
  'address',
  'type',
  'ports',
  'dns-name',
  'creator',
  'created',
  'status',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface RowOrder {
  readonly by: Column;
  readonly direction: 'asc' | 'desc';
}

/** What asks for attention first. */
export const DEFAULT_ORDER: RowOrder = { by: 'status', direction: 'asc' };

type SortKey = string | number;
/** What a VM that is not exposed has none of comes last. */
const LAST = '\uffff';

function keyOf(row: ListedRow, by: Column): SortKey {
  if (by === 'vm') return row.vmNames[0] ?? LAST;
  if (by === 'project') return row.namespace;
  if (row.kind === 'vm') return by === 'status' ? WORST_FIRST.length : by === 'created' ? Infinity : LAST;
  switch (by) {
    case 'service':
      return row.serviceName;
    case 'address':
      return row.address?.text ?? LAST;
    case 'type':
      return row.access;
    case 'ports':
      return row.ports[0] ?? LAST;
    case 'dns-name':
      return row.dnsName;
    case 'creator':
      return row.creator ?? LAST;
    case 'created':
      // a short age first
      return -(millisecondsOf(row.created) ?? -Infinity);
    case 'status':
      return WORST_FIRST.indexOf(row.row.verdict);
  }
}

// numbers in names and addresses count as numbers; one collator is many times quicker than localeCompare
const byNumber = new Intl.Collator('en', { numeric: true });

const compareKeys = (a: SortKey, b: SortKey): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a === b
      ? 0
      : a - b
    : a === b
      ? 0
      : a === LAST
        ? 1
        : b === LAST
          ? -1
          : byNumber.compare(String(a), String(b));

/** A sorted copy; rows that are equal in the column follow each other by project, then by their own name. */
export function sortedRows(rows: readonly ListedRow[], { by, direction }: RowOrder): readonly ListedRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row, by) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key) || byNumber.compare(a.row.key, b.row.key))
    .map(({ row }) => row);
}

/**
 * The rows in the places that they had: those that were there keep their order, whatever has changed about them, and
 * new ones follow at the end. So nothing moves under the pointer while the cluster changes.
 * @param before the keys in their former order; empty where there was none
 * @param sorted the rows of now, in the order that a person asked for
 */
export function inFormerPlaces(before: readonly string[], sorted: readonly ListedRow[]): readonly ListedRow[] {
  if (before.length === 0) return sorted;
  const rowOf = new Map(sorted.map((row) => [row.key, row]));
  const known = new Set(before);
  return [...before.flatMap((key) => rowOf.get(key) ?? []), ...sorted.filter(({ key }) => !known.has(key))];
}
