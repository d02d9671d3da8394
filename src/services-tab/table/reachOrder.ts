import type { Verdict } from '../../domain/diagnosis/diagnose';

/** What asks for attention first. */
const WORST_FIRST: readonly Verdict[] = ['not-reachable', 'partly-reachable', 'not-checked', 'reachable'];

/** The part of a row that sorting and searching use. */
export interface OrderedRow {
  /** in the order of the columns: the texts that sorting uses; searching uses these and those that come after */
  readonly texts: readonly string[];
  readonly verdict: Verdict;
}

/** A column by its index, or `verdict`. */
export interface Order {
  readonly by: number | 'verdict';
  readonly direction: 'asc' | 'desc';
}

/** How a list is ordered until a person orders it otherwise. */
export const DEFAULT_ORDER: Order = { by: 'verdict', direction: 'asc' };

/** The sorted rows; equal rows keep their order. Numbers in texts are compared as numbers. */
export function inOrder<Row extends OrderedRow>(rows: readonly Row[], { by, direction }: Order): readonly Row[] {
  const compare = (a: Row, b: Row): number =>
    by === 'verdict'
      ? WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict)
      : (a.texts[by] ?? '').localeCompare(b.texts[by] ?? '', undefined, { numeric: true });
  return [...rows].sort((a, b) => (direction === 'asc' ? compare(a, b) : compare(b, a)));
}

/** What of a list a person wants to see. */
export interface Filter {
  /** a part of a name, address, port or status; '' for all */
  readonly typed: string;
  /** undefined for every status */
  readonly verdict: Verdict | undefined;
}

export const NO_FILTER: Filter = { typed: '', verdict: undefined };

/** The rows with the wanted status that contain the typed text in a cell or in the status, ignoring case. */
export function found<Row extends OrderedRow>(
  rows: readonly Row[],
  { typed, verdict }: Filter,
  verdictText: (verdict: Verdict) => string,
): readonly Row[] {
  const term = typed.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (verdict === undefined || row.verdict === verdict) &&
      (term === '' || [...row.texts, verdictText(row.verdict)].some((text) => text.toLowerCase().includes(term))),
  );
}

/** How many rows have each status, the worst first; a status that no row has is left out. */
export const countsOf = (
  rows: readonly OrderedRow[],
): readonly { readonly verdict: Verdict; readonly count: number }[] =>
  WORST_FIRST.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length })).filter(
    ({ count }) => count > 0,
  );
