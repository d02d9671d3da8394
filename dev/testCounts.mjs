/**
 * How many tests passed, failed and were skipped, from what each tool writes.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @param {string} text of the file that jest --json --outputFile wrote
 * @returns {Counts} a test file that could not be run at all counts as one failure
 */
export function countJest(text) {
  const result = JSON.parse(text);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * @param {string} text of the file that Playwright's json reporter wrote
 * @returns {Counts} a test that passed at a second try has passed; an error outside of any test counts as one failure
 */
export function countPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/**
 * @param {string} text what a run of node --test wrote, in the spec or the tap format
 * @returns {Counts}
 */
export function countNodeTests(text) {
  // the last one: a test may print such a line of its own
  const last = (/** @type {string} */ word) =>
    Number([...text.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled'), skipped: last('skipped') + last('todo') };
}

/**
 * @param {string} text what a proof wrote
 * @returns {Counts} of its situations, fixes and clients that were followed; none when it broke down before its end
 */
export function countProof(text) {
  const [, passed = 0, failed = 0] = /^proof: (\d+) agree, (\d+) do not$/m.exec(text) ?? [];
  return { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

/** @typedef {{ Action: string, Package?: string, ImportPath?: string, Test?: string, Output?: string }} GoEvent */

/**
 * @param {string} text what go test -json wrote; lines of other programs among it are passed over
 * @returns {GoEvent[]}
 */
function goEvents(text) {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/**
 * @param {string} text what go test -json wrote
 * @returns {Counts} of the tests that have no subtests; a package that fails outside of any test (it does not compile,
 * TestMain gives up) counts as one failure
 */
export function countGoTests(text) {
  const events = goEvents(text);
  const key = (/** @type {GoEvent} */ { Package, Test }) => `${Package} ${Test}`;
  const parents = new Set();
  for (const event of events) {
    const parts = event.Test?.split('/') ?? [];
    for (let depth = 1; depth < parts.length; depth++)
      parents.add(key({ ...event, Test: parts.slice(0, depth).join('/') }));
  }
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const packagesWithFailures = new Set();
  for (const event of events) {
    if (!event.Test || parents.has(key(event))) continue;
    if (event.Action === 'pass') counts.passed++;
    if (event.Action === 'skip') counts.skipped++;
    if (event.Action === 'fail') {
      counts.failed++;
      packagesWithFailures.add(event.Package);
    }
  }
  const failedPackages = events.filter(
    ({ Action, Test, Package }) => Action === 'fail' && !Test && !packagesWithFailures.has(Package),
  );
  counts.failed += failedPackages.length;
  return counts;
}

/**
 * @param {string} text what go test -json wrote
 * @returns {string} what go test would have printed without -json: nothing of the tests that passed
 */
export function goTestOutput(text) {
  const events = goEvents(text);
  const key = (/** @type {GoEvent} */ { Package, Test }) => `${Package} ${Test}`;
  const passed = new Set(events.filter(({ Action, Test }) => Action === 'pass' && Test).map(key));
  const plain = text.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  const output = events.filter((event) => !passed.has(key(event))).map(({ Output }) => Output ?? '');
  return [...plain.map((line) => `${line}\n`), ...output.filter((line) => !line.startsWith('=== '))].join('');
}
