/** @typedef {import('./testCounts.mjs').Counts} Counts */
/**
 * @typedef {Counts & { title: string, seconds: number }} Row
 */

/**
 * @param {import('./stages.mjs').Outcome} outcome
 * @returns {Counts} a stage that says why it was skipped, and a check, count as one; a stage that failed has at least
 *   one failure, also when its tool counted none; tests that did not run have failed
 */
export function countsOfOutcome({ code, counts, skippedBecause }) {
  if (skippedBecause && code === 0) return { passed: 0, failed: 0, skipped: 1 };
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const ranNone = counts.passed + counts.failed === 0;
  return { ...counts, failed: code !== 0 || ranNone ? Math.max(1, counts.failed) : counts.failed };
}

const FIGURE = 'figure: ';

/**
 * @param {string} output of a tool
 * @returns {string[]} what tests have measured or counted: they print it on lines that begin with `figure: `
 */
export function figuresOf(output) {
  return output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(FIGURE))
    .map((line) => line.slice(FIGURE.length));
}

/**
 * @param {Row[]} rows
 * @returns {Counts}
 */
export function total(rows) {
  const sum = (/** @type {keyof Counts} */ key) => rows.reduce((all, row) => all + row[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * @param {Row[]} rows
 * @returns {string}
 */
export function table(rows) {
  const width = Math.max(...rows.map(({ title }) => title.length));
  const line = (/** @type {string[]} */ [title = '', ...numbers]) =>
    `${title.padEnd(width)}${numbers.map((number) => number.padStart(9)).join('')}`;
  return [
    line(['stage', 'passed', 'failed', 'skipped', 'seconds']),
    ...rows.map(({ title, passed, failed, skipped, seconds }) =>
      line([title, `${passed}`, `${failed}`, `${skipped}`, seconds.toFixed(1)]),
    ),
  ].join('\n');
}

/**
 * @param {Counts} counts
 * @returns {string} the last line of all
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
