import { Content, FormGroup, Label, Radio } from '@patternfly/react-core';
import { labelSelection } from '../../domain/draft/draft';
import { identitySelector } from '../../domain/labels/identity';
import { nameOf } from '../../domain/k8s/objects';
import { canLabelLive, rightsToPlan } from '../../domain/steps/rights';
import { liveVmi } from '../../domain/k8s/seen';
import { selectorText } from '../../domain/labels/selector';
import { needsSpec } from '../../domain/draft/specTiming';
import { needsLabels } from '../../domain/draft/timingRefusals';
import { problemText } from '../../ui/text/problemText';
import { useText } from '../../ui/useText';
import { StepForm } from '../draft/StepForm';
import { SelectionEffect } from './SelectionEffect';
import type { StepProps } from '../draft/stepProps';
import { lazyPart } from '../../ui/loading/lazyPart';

// not needed with the ID label, which needs no change to the VM
const TemplateFields = lazyPart(() => import('./TemplateFields'));
const RequiredLabels = lazyPart(() => import('./RequiredLabels'));

/** Step 3: how the Service selects the VMs, and when a label takes effect. */
const SelectionStep = (props: StepProps) => {
  const t = useText();
  const { draft, resolved } = props;
  const isLabelling = needsLabels(resolved);
  const changesTemplate = isLabelling || draft.selection.by === 'label' || needsSpec(resolved);
  return (
    <StepForm title={t('VM selection')} refusals={props.refusals}>
      {resolved.usesExistingService ? <RequiredLabels {...props} isLabelling={isLabelling} /> : <Ways {...props} />}
      {changesTemplate && <TemplateFields {...props} isLabelling={isLabelling} />}
      <SelectionEffect {...props} />
    </StepForm>
  );
};

/** The two ways to select: this VM only, or VMs with a label. */
const Ways = ({ draft, draftBeforeSwitch, onBeforeSwitch, problems, dispatch, vms, rights, isRequest }: StepProps) => {
  const t = useText();
  const { selection } = draft;
  const [vm, ...others] = vms;
  const identity = vm && others.length === 0 && liveVmi(vm) && identitySelector(vm);
  const whole = problems.find(({ field }) => field.at === 'selection');
  return (
    <>
      <FormGroup role="radiogroup" isStack fieldId="selection" label={t('How does the Service select the VM?')}>
        <Radio
          id="by-identity"
          name="selection"
          label={
            identity ? (
              <>
                <span id="by-identity-name">{t('This VM only')}</span>{' '}
                <Label isCompact color="blue">
                  {t('Recommended')}
                </Label>
              </>
            ) : (
              t('This VM only')
            )
          }
          {...(identity ? { 'aria-labelledby': 'by-identity-name' } : {})}
          description={
            identity
              ? t('Uses {{selector}}, a label that KubeVirt maintains. The VM is not changed or restarted.', {
                  selector: selectorText(identity),
                })
              : problemText(t, others.length > 0 ? 'vm.several-need-label' : 'vm.no-identity')
          }
          isDisabled={!identity}
          isChecked={selection.by === 'vm-identity'}
          onChange={() => {
            onBeforeSwitch(draft);
            dispatch({ type: 'by-identity' });
          }}
        />
        <Radio
          id="by-label"
          name="selection"
          label={t('VMs with a label')}
          description={t('Adds a label to the VM template. Other VMs with the same label join the Service.')}
          isChecked={selection.by === 'label'}
          onChange={() =>
            dispatch({
              type: 'by-label',
              selection:
                draftBeforeSwitch.selection.by === 'label'
                  ? draftBeforeSwitch.selection
                  : labelSelection(draft.serviceName, canLabelLive(rightsToPlan(rights, isRequest), vms)),
            })
          }
        />
      </FormGroup>
      {whole && selection.by === 'vm-identity' && vm && (
        <Content component="p">
          {whole.code === 'vm.no-identity'
            ? t('{{name}} no longer has a running pod. Select it by a label.', { name: nameOf(vm.vm) })
            : problemText(t, whole.code)}
        </Content>
      )}
    </>
  );
};

export default SelectionStep;
