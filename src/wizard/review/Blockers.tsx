import { AlertActionLink, Checkbox, useWizardContext } from '@patternfly/react-core';
import { familyOf } from '../../domain/diagnosis/catalogue';
import type { Family, Finding } from '../../domain/diagnosis/finding';
import type { PlannedSituation } from '../../domain/diagnosis/diagnose';
import { plannedFixes, type PlannedFix } from '../../domain/exposure/plannedFixes';
import type { DraftStep } from '../../domain/draft/draftProblems';
import { useElementId } from '../../host/useElementId';
import { Notice } from '../../ui/Notice';
import { fixLabel } from '../../ui/text/findings/findingText';
import { useText, type Text } from '../../ui/useText';
import { FindingBody } from './FindingBody';

interface BlockersProps {
  /** each keeps traffic from the VMs once the plan has run */
  readonly findings: readonly Finding[];
  /** what they were found in; undefined for several VMs */
  readonly situation: PlannedSituation | undefined;
  readonly vmNames: readonly string[];
  /** true when the Service is new, not changed */
  readonly isNewService: boolean;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
  /** opens the review of a fix, whose title are the words of the button */
  readonly onFix: (fix: PlannedFix, title: string) => void;
}

/** The step where a person can do something about a family of findings; the others need the VM or the cluster. */
const STEP_OF: Readonly<Partial<Record<Family, DraftStep>>> = {
  nic: 'ports',
  selector: 'selection',
  headless: 'reach',
  loadBalancer: 'reach',
  nodePort: 'reach',
  route: 'reach',
  policy: 'reach',
};

function goToText(t: Text, step: DraftStep): string {
  switch (step) {
    case 'ports':
      return t('Go to Service and ports');
    case 'reach':
      return t('Go to Access');
    case 'selection':
      return t('Go to VM selection');
  }
}

function titleText(t: Text, { isPartial }: Finding, vmNames: readonly string[]): string {
  const [name, ...others] = vmNames;
  if (others.length > 0)
    return isPartial ? t('Some VMs will be only partly reachable') : t('Some VMs will not be reachable');
  return isPartial
    ? t('{{name}} will be only partly reachable', { name })
    : t('{{name}} will not be reachable', { name });
}

/**
 * What keeps traffic away although the plan would be sent without an error: each with its evidence and the ways out,
 * then the confirmation that it is wanted all the same.
 */
const Blockers = ({ findings, situation, vmNames, isNewService, isAccepted, onAccept, onFix }: BlockersProps) => {
  const t = useText();
  const id = useElementId();
  const { goToStepById } = useWizardContext();
  const fixes = situation ? plannedFixes(findings, situation) : [];
  return (
    <>
      {findings.map((finding, index) => {
        const family = familyOf(finding);
        const step = family && STEP_OF[family];
        const fix = fixes.find((one) => one.finding === finding);
        const fixTitle = fix && fixLabel(t, finding, fix.steps);
        return (
          <Notice
            key={index}
            variant="danger"
            title={titleText(t, finding, vmNames)}
            actionLinks={
              (step ?? fixTitle) && (
                <>
                  {fix && fixTitle && (
                    <AlertActionLink onClick={() => onFix(fix, fixTitle)}>{fixTitle}</AlertActionLink>
                  )}
                  {step && <AlertActionLink onClick={() => goToStepById(step)}>{goToText(t, step)}</AlertActionLink>}
                </>
              )
            }
          >
            <FindingBody finding={finding} hasTitle />
          </Notice>
        );
      })}
      <Checkbox
        id={`${id}-anyway`}
        label={isNewService ? t('Create the Service anyway') : t('Change the Service anyway')}
        isChecked={isAccepted}
        onChange={(_event, checked) => onAccept(checked)}
      />
    </>
  );
};

export default Blockers;
