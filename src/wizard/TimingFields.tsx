import { FormGroup, Radio } from '@patternfly/react-core';
import { LABEL_TIMINGS, type LabelTiming, type SelectionDraft } from '../domain/draft';
import { mayLabelLive } from '../domain/rights';
import { graceSeconds, liveVmi } from '../domain/seen';
import { useText, type Text } from '../ui/useText';
import type { StepProps } from './stepProps';

interface TimingFieldsProps extends StepProps {
  readonly selection: Extract<SelectionDraft, { by: 'label' }>;
}

const timingText = (t: Text, timing: LabelTiming, graceSeconds: number): { label: string; description: string } => {
  switch (timing) {
    case 'live':
      return {
        label: t('Now, without a restart'),
        description: t('Template, running instance and pod get the label together, so it stays through restart and migration.'),
      };
    case 'restart':
      return {
        label: t('Restart now'),
        description: t('The guest is shut down, which may take up to {{seconds}} seconds, and boots again with the label.', { seconds: graceSeconds }),
      };
    case 'next-restart':
      return {
        label: t('At the next restart'),
        description: t('Only the template is changed. The Service reaches the VM after somebody restarts it.'),
      };
  }
};

/** When the label takes effect: KubeVirt copies template labels to the pod only when the VM starts. */
export const TimingFields = ({ selection, dispatch, vm, rights }: TimingFieldsProps) => {
  const t = useText();
  const vmi = liveVmi(vm);
  const refusals: Partial<Record<LabelTiming, string>> = vmi
    ? {
        ...(mayLabelLive(rights) ? {} : { live: t('You may not change the labels of the running instance or of its pod.') }),
        ...(rights.restartVm ? {} : { restart: t('You may not restart this virtual machine.') }),
      }
    : { live: t('The virtual machine does not run.'), restart: t('The virtual machine does not run.') };
  return (
    <FormGroup role="radiogroup" isStack fieldId="timing" label={t('When does the label take effect?')}>
      {LABEL_TIMINGS.map((timing) => {
        const { label, description } = timingText(t, timing, vmi ? graceSeconds(vmi) : 0);
        const refusal = refusals[timing];
        return (
          <Radio
            key={timing}
            id={`timing-${timing}`}
            name="timing"
            label={label}
            description={refusal ?? description}
            isDisabled={Boolean(refusal)}
            isChecked={selection.timing === timing}
            onChange={() => dispatch({ type: 'timing', timing })}
          />
        );
      })}
    </FormGroup>
  );
};
