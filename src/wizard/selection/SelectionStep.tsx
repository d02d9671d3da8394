import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { labelSelection, selectionReason, type SelectionReason } from '../../domain/draft/draft';
import { identitySelector } from '../../domain/labels/identity';
import { nameOf } from '../../domain/k8s/objects';
import { canLabelLive } from '../../domain/steps/rights';
import { liveVmi } from '../../domain/k8s/seen';
import { selectorText } from '../../domain/labels/selector';
import { needsSpec } from '../../domain/draft/specTiming';
import { needsLabels } from '../../domain/draft/timingRefusals';
import { problemText } from '../../ui/text/problemText';
import { useText, type Text } from '../../ui/useText';
import { SelectionEffect } from './SelectionEffect';
import type { StepProps } from '../draft/stepProps';
import { lazyPart } from '../../ui/loading/lazyPart';

// not needed with the ID label, which needs no change to the VM
const TemplateFields = lazyPart(() => import('./TemplateFields'));

/** Why the wizard recommends this way to select the VM. */
const reasonText = (t: Text, reason: SelectionReason): string => {
  switch (reason) {
    case 'identity':
      return t('Recommended. No changes to the VM are required.');
    case 'identity-by-hostname':
      return t(
        'Proposed: the pod was made by an older KubeVirt and has no id label yet, but its hostname label tells it apart.',
      );
    case 'several':
      return t('Several virtual machines can be found by a common label only.');
    case 'no-pod':
      return t('Without a running pod there is no label of KubeVirt to go by, so a label of your own is proposed.');
  }
};

/** Step 3: how the Service selects the VMs, and when a label takes effect. */
const SelectionStep = (props: StepProps) => {
  const { draft, resolved } = props;
  const isLabelling = needsLabels(resolved);
  const changesTemplate = isLabelling || draft.selection.by === 'label' || needsSpec(resolved);
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      {resolved.usesExistingService ? <ExistingSelector {...props} isLabelling={isLabelling} /> : <Ways {...props} />}
      {changesTemplate && <TemplateFields {...props} isLabelling={isLabelling} />}
      <SelectionEffect {...props} />
    </Form>
  );
};

/** The two ways to select: this VM only, or VMs with a label. */
const Ways = ({ draft, draftBeforeSwitch, onBeforeSwitch, problems, dispatch, vms, rights }: StepProps) => {
  const t = useText();
  const { selection } = draft;
  const [vm, ...others] = vms;
  const identity = vm && others.length === 0 && liveVmi(vm) && identitySelector(vm);
  const whole = problems.find(({ field }) => field.at === 'selection');
  return (
    <>
      <FormGroup role="radiogroup" isStack fieldId="selection" label={t('How does the Service select the VM?')}>
        <Content component="small">{reasonText(t, selectionReason(vms))}</Content>
        <Radio
          id="by-identity"
          name="selection"
          label={t('This VM only')}
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
                  : labelSelection(draft.serviceName, canLabelLive(rights, vms)),
            })
          }
        />
      </FormGroup>
      {whole && selection.by === 'vm-identity' && vm && (
        <Content component="p">
          {whole.code === 'vm.no-identity'
            ? t('{{name}} has no running pod any more. Select it by a label.', { name: nameOf(vm.vm) })
            : problemText(t, whole.code)}
        </Content>
      )}
    </>
  );
};

/** The selector of the existing Service: it stays as it is, and the VMs get the labels that it selects. */
const ExistingSelector = ({ draft, resolved, isLabelling }: StepProps & { readonly isLabelling: boolean }) => {
  const t = useText();
  const selector = resolved.existingService?.spec?.selector ?? {};
  return (
    <Content component="p">
      {isLabelling
        ? t(
            'Service {{service}} selects {{selector}}. Missing labels are added to the VM, and different values are replaced.',
            {
              service: draft.serviceName,
              selector: selectorText(selector),
            },
          )
        : t('The Service {{service}} selects {{selector}}. All of that is there already.', {
            service: draft.serviceName,
            selector: selectorText(selector),
          })}
    </Content>
  );
};

export default SelectionStep;
