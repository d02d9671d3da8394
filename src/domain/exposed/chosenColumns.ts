import { COLUMNS, type Column } from './rowOrder';

/** What a row is nothing without. */
export const FIXED_COLUMNS: readonly Column[] = ['vm', 'service', 'project', 'address', 'status'];
/** Those that a person can add. */
export const OPTIONAL_COLUMNS: readonly Column[] = COLUMNS.filter((column) => !FIXED_COLUMNS.includes(column));

/**
 * The columns to show, in their order.
 * @param kept what the console keeps for the user, whatever that is: the optional columns that were added
 * @param hasProjects false on the page of one project, which needs no such column
 */
export function shownColumns(kept: unknown, hasProjects: boolean): readonly Column[] {
  const added: readonly unknown[] = Array.isArray(kept) ? kept : [];
  return COLUMNS.filter((column) =>
    FIXED_COLUMNS.includes(column) ? column !== 'project' || hasProjects : added.includes(column),
  );
}
