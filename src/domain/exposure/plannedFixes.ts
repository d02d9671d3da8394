import { situationOfPlan, type PlannedSituation } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import { offerFor } from '../diagnosis/offer';
import type { Step } from '../steps/step';

/** What ends a finding without changing what the plan changes: only creates, such as network policies. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly steps: readonly Step[];
}

/** What can be created beside a plan of one VM, so that findings of its review go away. */
export const plannedFixes = (findings: readonly Finding[], situation: PlannedSituation): PlannedFix[] =>
  findings.flatMap((finding) => {
    const { steps } = offerFor(finding.code, situationOfPlan(situation));
    return steps.length > 0 && steps.every(({ kind }) => kind === 'create') ? [{ finding, steps }] : [];
  });
