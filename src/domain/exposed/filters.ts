import type { Verdict } from '../diagnosis/diagnose';
import type { ExposedType } from '../k8s/exposedTypes';
import type { VmStatusKind } from '../kubevirt/vmStatus';
import { isMadeHere } from './creator';
import type { ListedRow } from './listedRow';

/** Which texts of a row the search looks at. */
export const SEARCH_SCOPES = ['all', 'name', 'address', 'label'] as const;
export type SearchScope = (typeof SEARCH_SCOPES)[number];

/** What of the list a person wants to see; an empty list of wanted values takes every value. */
export interface ExposedFilter {
  readonly typed: string;
  readonly scope: SearchScope;
  readonly statuses: readonly Verdict[];
  readonly access: readonly ExposedType[];
  readonly vmStates: readonly VmStatusKind[];
  /** true for Services that this plugin created */
  readonly isMadeHere: boolean;
}

export const NO_FILTER: ExposedFilter = {
  typed: '',
  scope: 'all',
  statuses: [],
  access: [],
  vmStates: [],
  isMadeHere: false,
};

/** True when a filter leaves something out, or may. */
export const isFiltered = ({ typed, statuses, access, vmStates, isMadeHere: isOwn }: ExposedFilter): boolean =>
  typed.trim() !== '' || statuses.length + access.length + vmStates.length > 0 || isOwn;

const namesOf = (row: ListedRow): readonly string[] =>
  row.kind === 'service' ? [...row.vmNames, row.serviceName] : row.vmNames;
const addressesOf = (row: ListedRow): readonly string[] => (row.kind === 'service' ? row.addresses : []);

function textsOf(row: ListedRow, scope: SearchScope): readonly string[] {
  switch (scope) {
    case 'all':
      return [...namesOf(row), ...addressesOf(row)];
    case 'name':
      return namesOf(row);
    case 'address':
      return addressesOf(row);
    case 'label':
      return row.labels;
  }
}

const takes = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

/** A VM that is not exposed has no status, no access and no creator: a filter by one of these leaves it out. */
const isService = (row: ListedRow, { statuses, access, isMadeHere: isOwn }: ExposedFilter): boolean =>
  row.kind === 'service'
    ? takes(statuses, row.row.verdict) && takes(access, row.access) && (!isOwn || isMadeHere(row.row.service))
    : statuses.length === 0 && access.length === 0 && !isOwn;

/** The rows that a filter takes, in their order; upper and lower case are the same. */
export function filtered(rows: readonly ListedRow[], filter: ExposedFilter): readonly ListedRow[] {
  if (!isFiltered(filter)) return rows;
  const { typed, scope, vmStates } = filter;
  const term = typed.trim().toLowerCase();
  return rows.filter(
    (row) =>
      isService(row, filter) &&
      (vmStates.length === 0 || row.vmStates.some((state) => vmStates.includes(state))) &&
      (term === '' || textsOf(row, scope).some((text) => text.toLowerCase().includes(term))),
  );
}

/** The statuses, the worst first. */
export const WORST_FIRST: readonly Verdict[] = ['not-reachable', 'partly-reachable', 'not-checked', 'reachable'];

/**
 * How many Services have each status, the worst first, with every other part of the filter applied; a status that none
 * has is left out.
 */
export function statusCounts(
  rows: readonly ListedRow[],
  filter: ExposedFilter,
): readonly { readonly verdict: Verdict; readonly count: number }[] {
  const counts = new Map<Verdict, number>();
  for (const row of filtered(rows, { ...filter, statuses: [] }))
    if (row.kind === 'service') counts.set(row.row.verdict, (counts.get(row.row.verdict) ?? 0) + 1);
  return WORST_FIRST.flatMap((verdict) => {
    const count = counts.get(verdict) ?? 0;
    return count > 0 || filter.statuses.includes(verdict) ? [{ verdict, count }] : [];
  });
}
