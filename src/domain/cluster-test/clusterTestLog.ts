import { keyOf, type ClusterTestCheck } from './clusterTestChecks';
import { LINE_START } from './clusterTestScript';

/**
 * Why a check failed: DNS does not know the name, no answer came in time, or in the words of the program that tried.
 */
export type ClusterTestReason =
  { readonly why: 'not-found' } | { readonly why: 'no-answer' } | { readonly why: 'words'; readonly words: string };

/** What came of one check; `missing` where the log does not tell. */
export interface ClusterTestResult {
  readonly check: ClusterTestCheck;
  readonly outcome: 'ok' | 'failed' | 'missing';
  /** what DNS answered, each address once, in the order of the answer */
  readonly addresses: readonly string[];
  readonly reason?: ClusterTestReason;
  /** what the log has on it */
  readonly lines: readonly string[];
}

/** `timeout` ends with 124 when it had to end the program; `getent` with 2 when it found nothing (its manual page). */
const TIMED_OUT = '124';
const NOT_FOUND = '2';

function reasonOf({ kind }: ClusterTestCheck, text: string): ClusterTestReason {
  const [status = '', ...words] = text.trim().split(' ');
  if (status === TIMED_OUT) return { why: 'no-answer' };
  if (kind === 'dns' && status === NOT_FOUND && words.length === 0) return { why: 'not-found' };
  return { why: 'words', words: words.join(' ') || status };
}

/**
 * The result that a line tells of a check; undefined for another line, and for one that was cut off before its
 * semicolon.
 */
function resultIn(line: string, check: ClusterTestCheck, lines: readonly string[]): ClusterTestResult | undefined {
  const [, told] = line.split(`${LINE_START} ${keyOf(check)} `);
  const [, outcome, rest = ''] = /^(ok|failed)([^;]*);/.exec(told ?? '') ?? [];
  if (outcome === 'ok') return { check, outcome, addresses: [...new Set(rest.split(' ').filter(Boolean))], lines };
  return outcome === 'failed' ? { check, outcome, addresses: [], reason: reasonOf(check, rest), lines } : undefined;
}

/**
 * Reads the log of the script for these checks: a result for each, in their order, whatever the order in the log, and
 * whatever else is in it.
 */
export function parseClusterTest(log: string, checks: readonly ClusterTestCheck[]): ClusterTestResult[] {
  const found = new Map<string, ClusterTestResult>();
  let block: string[] = [];
  for (const line of log.split(/\r?\n/)) {
    block.push(line);
    const told = checks.flatMap((check) => resultIn(line, check, block) ?? []);
    told.filter(({ check }) => !found.has(keyOf(check))).forEach((result) => found.set(keyOf(result.check), result));
    if (told.length > 0) block = [];
  }
  return checks.map((check) => found.get(keyOf(check)) ?? { check, outcome: 'missing', addresses: [], lines: [] });
}
