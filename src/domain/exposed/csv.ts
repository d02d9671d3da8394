/** What a spreadsheet takes for the beginning of a formula, in whatever language (OWASP, CSV Injection). */
const FORMULA_START = /^[=+\-@\t\r\n]/;

/** One cell: quoted, and made a text where a spreadsheet would run it. */
const cellOf = (text: string): string => `"${(FORMULA_START.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * A table as CSV (RFC 4180), safe to open in a spreadsheet: names and annotations of the cluster are other people's
 * words.
 * @param lines the heading first
 */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('');
