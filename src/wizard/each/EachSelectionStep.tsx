import { FormGroup, Radio } from '@patternfly/react-core';
import { lacksIdentity } from '../../domain/bulk/eachPattern';
import type { EachPlan } from '../../domain/bulk/planEach';
import { defaultTiming, type SelectionDraft } from '../../domain/draft/draft';
import { needsSpec } from '../../domain/draft/specTiming';
import { nameOf } from '../../domain/k8s/objects';
import { liveVmi } from '../../domain/k8s/seen';
import { SERVICE_LABEL } from '../../domain/k8s/ownMarks';
import { mayLabelLive, rightsToPlan } from '../../domain/steps/rights';
import { FirstFew } from '../../ui/FirstFew';
import { Notice } from '../../ui/Notice';
import { eachProblemText } from '../../ui/text/bulk/eachText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import { StepForm } from '../draft/StepForm';
import type { StepProps } from '../draft/stepProps';
import { SpecTimingFields } from '../selection/SpecTimingFields';
import { TimingFields } from '../selection/TimingFields';

interface EachSelectionStepProps extends StepProps {
  readonly plans: readonly EachPlan[];
}

/** Step 3 for one Service for each VM: by KubeVirt's own label, or by a label whose value is the Service's name. */
const EachSelectionStep = ({ plans, ...props }: EachSelectionStepProps) => {
  const t = useText();
  const { draft, dispatch, vms, rights, isRequest } = props;
  const { selection } = draft;
  const problemOf = useProblemOf(props);
  const without = vms.filter(lacksIdentity).map(({ vm }) => nameOf(vm));
  const running = vms.filter((vm) => liveVmi(vm) !== undefined);
  const refused = plans.flatMap(({ vmName, problems }) =>
    problems.flatMap((problem) => (problem.code === 'timing' ? [`${vmName}: ${eachProblemText(t, problem)}`] : [])),
  );
  const byLabel: Extract<SelectionDraft, { by: 'label' }> = {
    by: 'label',
    labels: [{ key: SERVICE_LABEL, value: '' }],
    removed: [],
    timing: defaultTiming(mayLabelLive(rightsToPlan(rights, isRequest))),
  };
  return (
    <StepForm title={t('VM selection')} refusals={props.refusals}>
      <FormGroup role="radiogroup" isStack fieldId="selection" label={t('How does each Service select its VM?')}>
        <Radio
          id="by-identity"
          name="selection"
          label={t('The label that KubeVirt maintains')}
          description={t('Recommended. The VMs are not changed or restarted.')}
          isChecked={selection.by === 'vm-identity'}
          onChange={() => dispatch({ type: 'by-identity' })}
        />
        <Radio
          id="by-label"
          name="selection"
          label={t('A label of your own')}
          description={t('Adds a label to each VM template. Its value is the name of the Service of this VM.')}
          isChecked={selection.by === 'label'}
          onChange={() => dispatch({ type: 'by-label', selection: byLabel })}
        />
      </FormGroup>
      {selection.by === 'vm-identity' && without.length > 0 && (
        <Notice variant="info" title={t('{{count}} VMs have no running pod', { count: without.length })}>
          {t('Each gets label {{key}} in its template, and becomes reachable when it starts.', { key: SERVICE_LABEL })}
          <FirstFew items={without} />
        </Notice>
      )}
      {selection.by === 'label' && (
        <>
          <TextField
            id="label-key-0"
            label={t('Label key')}
            isRequired
            value={selection.labels[0]?.key ?? ''}
            onChange={(key) => dispatch({ type: 'label', index: 0, change: { key } })}
            {...problemOf((field) => field.at === 'label' && field.field === 'key')}
          />
          <TimingFields
            {...props}
            vms={running.length > 0 ? running : vms}
            timing={selection.timing}
            keys={selection.labels.map(({ key }) => key)}
            createsService
          />
        </>
      )}
      {plans.some(({ resolved }) => needsSpec(resolved)) && <SpecTimingFields {...props} />}
      {refused.length > 0 && (
        <Notice variant="danger" title={t('Some VMs cannot be changed at this time')}>
          <FirstFew items={refused} />
        </Notice>
      )}
    </StepForm>
  );
};

export default EachSelectionStep;
