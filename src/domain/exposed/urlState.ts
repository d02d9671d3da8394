import type { Verdict } from '../diagnosis/diagnose';
import { EXPOSED_TYPES } from '../k8s/exposedTypes';
import type { VmStatusKind } from '../kubevirt/vmStatus';
import { NO_FILTER, SEARCH_SCOPES, WORST_FIRST, type ExposedFilter } from './filters';
import { COLUMNS, DEFAULT_ORDER, type RowOrder } from './rowOrder';

/** How many rows a page can have. */
const PER_PAGE: readonly number[] = [20, 50, 100];

/** All that a person has set on the page; its URL keeps it. */
export interface ListState {
  readonly filter: ExposedFilter;
  readonly order: RowOrder;
  /** true to show the VMs that are not exposed, too */
  readonly showsNotExposed: boolean;
  readonly page: number;
  readonly perPage: number;
}

export const FIRST_STATE: ListState = {
  filter: NO_FILTER,
  order: DEFAULT_ORDER,
  showsNotExposed: false,
  page: 1,
  perPage: 20,
};

export const VM_STATES: readonly VmStatusKind[] = ['running', 'paused', 'stopped', 'failed', 'changing', 'unknown'];
const STATUSES: readonly Verdict[] = WORST_FIRST;

/** Those of some known values that the query names; whatever else it names is left out. */
const some = <T extends string>(known: readonly T[], texts: readonly string[]): T[] =>
  known.filter((value) => texts.includes(value));
const one = <T>(known: readonly T[], value: T, otherwise: T): T => (known.includes(value) ? value : otherwise);

/**
 * Reads the query of the page's URL; what it does not say, or says wrongly, is as on a fresh page.
 * @param search with or without the question mark
 */
export function stateOfQuery(search: string): ListState {
  const query = new URLSearchParams(search);
  const text = (key: string): string => query.get(key) ?? '';
  const page = Number(text('page'));
  const by = COLUMNS.find((column) => column === text('sort'));
  return {
    filter: {
      typed: text('search'),
      scope: SEARCH_SCOPES.find((scope) => scope === text('in')) ?? 'all',
      statuses: some(STATUSES, query.getAll('status')),
      access: some(EXPOSED_TYPES, query.getAll('access')),
      vmStates: some(VM_STATES, query.getAll('vm-status')),
      isMadeHere: query.has('created-here'),
    },
    order: by ? { by, direction: text('order') === 'desc' ? 'desc' : 'asc' } : DEFAULT_ORDER,
    showsNotExposed: query.has('not-exposed'),
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
    perPage: one(PER_PAGE, Number(text('per-page')), FIRST_STATE.perPage),
  };
}

/** The query that says the same, without the question mark; empty for a fresh page. */
export function queryOfState({ filter, order, showsNotExposed, page, perPage }: ListState): string {
  const query = new URLSearchParams();
  if (filter.typed !== '') query.set('search', filter.typed);
  if (filter.scope !== 'all') query.set('in', filter.scope);
  filter.statuses.forEach((status) => query.append('status', status));
  filter.access.forEach((access) => query.append('access', access));
  filter.vmStates.forEach((state) => query.append('vm-status', state));
  if (filter.isMadeHere) query.set('created-here', '');
  if (order.by !== DEFAULT_ORDER.by || order.direction !== DEFAULT_ORDER.direction) {
    query.set('sort', order.by);
    query.set('order', order.direction);
  }
  if (showsNotExposed) query.set('not-exposed', '');
  if (page > 1) query.set('page', String(page));
  if (perPage !== FIRST_STATE.perPage) query.set('per-page', String(perPage));
  return query.toString();
}
