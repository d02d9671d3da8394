import type { Verdict } from '../domain/diagnosis/diagnose';

/** Reachable first. */
const ORDER: readonly Verdict[] = ['reachable', 'partly-reachable', 'not-checked', 'not-reachable'];

/** The part of a row that sorting and searching use. */
export interface OrderedRow {
  /** in the order of the columns: the texts that sorting and searching use */
  readonly texts: readonly string[];
  readonly verdict: Verdict;
}

/** A column by its index, or `verdict`. */
export interface Order {
  readonly by: number | 'verdict';
  readonly direction: 'asc' | 'desc';
}

/** The sorted rows; equal rows keep their order. Numbers in texts are compared as numbers. */
export function inOrder<Row extends OrderedRow>(rows: readonly Row[], order: Order | undefined): readonly Row[] {
  if (!order) return rows;
  const { by, direction } = order;
  const compare = (a: Row, b: Row): number =>
    by === 'verdict'
      ? ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)
      : (a.texts[by] ?? '').localeCompare(b.texts[by] ?? '', undefined, { numeric: true });
  return [...rows].sort((a, b) => (direction === 'asc' ? compare(a, b) : compare(b, a)));
}

/** The rows that contain the searched text in a cell or in the verdict, ignoring case. */
export function found<Row extends OrderedRow>(
  rows: readonly Row[],
  wanted: string,
  verdictText: (verdict: Verdict) => string,
): readonly Row[] {
  const term = wanted.trim().toLowerCase();
  return term === ''
    ? rows
    : rows.filter(({ texts, verdict }) =>
        [...texts, verdictText(verdict)].some((text) => text.toLowerCase().includes(term)),
      );
}
