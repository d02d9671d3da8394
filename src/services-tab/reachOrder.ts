import type { Verdict } from '../domain/diagnosis/diagnose';

/** Good ones first. */
const ORDER: readonly Verdict[] = ['reaches', 'reaches-partly', 'not-checked', 'does-not-reach'];

/** A row of a list of what reaches what, as far as it is ordered and found. */
export interface OrderedRow {
  /** in the order of the columns: what a row is found and ordered by */
  readonly texts: readonly string[];
  readonly verdict: Verdict;
}

/** A column by its index, `verdict` for that one. */
export interface Order {
  readonly by: number | 'verdict';
  readonly direction: 'asc' | 'desc';
}

/** The rows in that order; those that are alike stay as they were. Numbers in texts count as numbers. */
export function inOrder<Row extends OrderedRow>(rows: readonly Row[], order: Order | undefined): readonly Row[] {
  if (!order) return rows;
  const { by, direction } = order;
  const compare = (a: Row, b: Row): number =>
    by === 'verdict'
      ? ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)
      : (a.texts[by] ?? '').localeCompare(b.texts[by] ?? '', undefined, { numeric: true });
  return [...rows].sort((a, b) => (direction === 'asc' ? compare(a, b) : compare(b, a)));
}

/** The rows with a text, the verdict's among them, that holds what is wanted, whatever its case. */
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
