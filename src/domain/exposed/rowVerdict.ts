import type { Finding } from '../diagnosis/finding';
import type { Diagnosis, Verdict } from '../diagnosis/diagnose';
import { reasonsOf } from '../exposure/reasons';

/** The order in which VMs give the reason of their Service: those that most is wrong with first. */
const TELLING: readonly Verdict[] = ['not-reachable', 'partly-reachable', 'not-checked'];

/**
 * The one verdict on a Service of the verdicts on its VMs: partly where some of the traffic gets through and some does
 * not, whatever else was not read; `not-checked` where what was not read could still turn it.
 * @param verdicts one or more, one for each VM
 */
export function rowVerdictOf(verdicts: readonly Verdict[]): Verdict {
  const has = (...wanted: readonly Verdict[]): boolean => verdicts.some((verdict) => wanted.includes(verdict));
  const reaches = has('reachable', 'partly-reachable');
  if (reaches && has('not-reachable', 'partly-reachable')) return 'partly-reachable';
  if (has('not-checked')) return 'not-checked';
  return reaches ? 'reachable' : 'not-reachable';
}

/** The finding that tells most of why a Service does not reach all of its VMs; undefined when nothing is wrong. */
export function rowReasonOf(diagnoses: readonly Pick<Diagnosis, 'verdict' | 'findings'>[]): Finding | undefined {
  for (const wanted of TELLING)
    for (const diagnosis of diagnoses) {
      const [reason] = diagnosis.verdict === wanted ? reasonsOf(diagnosis) : [];
      if (reason) return reason;
    }
  return undefined;
}
