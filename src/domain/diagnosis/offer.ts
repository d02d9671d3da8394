import { rightsFor } from '../steps/rights';
import type { Right } from '../k8s/rights';
import type { Step } from '../steps/step';
import { ruleOf } from './catalogue';
import type { Diagnosis } from './diagnose';
import type { Finding, RuleCode } from './finding';
import { takesFromOthers } from './lostByFix';
import type { Situation } from './situation';

/** What can be done about a finding. */
export interface Offer {
  /** what would be sent, in order; [] where this product has no fix, or none that takes nothing from others */
  readonly steps: readonly Step[];
  /** a shell command to look more closely, or for someone else to run */
  readonly command?: string;
  /** rights that the steps take and this user lacks; [] also where the rights are not known */
  readonly lacks: readonly Right[];
}

/** What is offered for a finding of that code. */
export function offerFor(code: RuleCode, situation: Situation): Offer {
  const rule = ruleOf(code);
  const fix = rule?.fix?.(situation) ?? [];
  const steps = takesFromOthers(fix, situation) ? [] : fix;
  const command = rule?.command?.(situation);
  const { rights } = situation;
  const lacks = rights ? [...new Set(steps.flatMap(rightsFor))].filter((right) => !rights[right]) : [];
  return { steps, lacks, ...(command === undefined ? {} : { command }) };
}

/** What `diagnose` says, and which of the fixes this user has no permission for, where the rights are known. */
export function withMissingRights(diagnosis: Diagnosis, situation: Situation): Diagnosis {
  const missing = missingRights(diagnosis.findings, situation);
  return missing.length > 0 ? { ...diagnosis, findings: [...diagnosis.findings, ...missing] } : diagnosis;
}

/** A3: the fixes of these findings that this user has no permission for; none while the permissions are unknown. */
function missingRights(findings: readonly Finding[], situation: Situation): Finding[] {
  if (!situation.rights) return [];
  const barred = findings
    .map(({ code, object }) => ({ code, object, lacks: offerFor(code, situation).lacks }))
    .filter(({ lacks }) => lacks.length > 0);
  const [first] = barred;
  if (!first) return [];
  return [
    {
      code: 'A3',
      grade: 'note',
      hop: 'client',
      object: first.object,
      field: '',
      facts: {
        codes: barred.map(({ code }) => code),
        rights: [...new Set(barred.flatMap(({ lacks }) => lacks))],
      },
    },
  ];
}
