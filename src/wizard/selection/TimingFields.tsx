import { useState } from 'react';
import { Content, ExpandableSection, FormGroup, Radio } from '@patternfly/react-core';
import { useLabelSync } from '../../cluster/ask/useLabelSync';
import type { LabelTiming } from '../../domain/labels/timing';
import { isSynced } from '../../domain/labels/labelSync';
import { lifecycleState } from '../../domain/kubevirt/lifecycle';
import { nameOf } from '../../domain/k8s/objects';
import { isRefusedTo, timingRefusals } from '../../domain/draft/timingRefusals';
import { stateNote } from '../../ui/text/lifecycleText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { LifecycleObstacles } from './LifecycleObstacles';
import { refusalText } from '../../ui/text/refusalText';
import type { StepProps } from '../draft/stepProps';
import { labelTimingText, untilThenText } from './timingTexts';

interface TimingFieldsProps extends Pick<StepProps, 'dispatch' | 'vms' | 'rights' | 'isRequest'> {
  readonly timing: LabelTiming;
  /** keys of the labels that are added or changed */
  readonly keys: readonly string[];
  /** true when a Service is created, false when the VMs join one */
  readonly createsService: boolean;
}

/** When the label takes effect: KubeVirt copies template labels to the pod only when the VM starts. */
export const TimingFields = ({
  timing: chosen,
  dispatch,
  vms,
  rights,
  isRequest,
  keys,
  createsService,
}: TimingFieldsProps) => {
  const t = useText();
  const [isMoreShown, setMoreShown] = useState(chosen === 'pod-only');
  const { sync } = useLabelSync();
  const syncedKeys = keys.filter((key) => isSynced(key, sync));
  const refusals = timingRefusals(vms, rights);
  const notes = vms.flatMap((vm) => stateNote(t, lifecycleState(vm), nameOf(vm.vm)) ?? []);
  const radio = (timing: LabelTiming) => {
    const { label, description } = labelTimingText(t, timing, vms);
    const refusal = refusals[timing];
    const isRefused = refusal !== undefined && isRefusedTo(refusal, isRequest);
    return (
      <Radio
        key={timing}
        id={`timing-${timing}`}
        name="timing"
        label={label}
        description={isRefused ? refusalText(t, refusal) : description}
        {...(refusal && !isRefused ? { body: refusalText(t, refusal) } : {})}
        isDisabled={isRefused}
        isChecked={chosen === timing}
        onChange={() => dispatch({ type: 'timing', timing })}
      />
    );
  };
  return (
    <>
      <FormGroup role="radiogroup" isStack fieldId="timing" label={t('When does the label take effect?')}>
        {(['live', 'restart', 'next-restart'] as const).map(radio)}
        <ExpandableSection
          toggleText={t('More options')}
          isIndented
          isExpanded={isMoreShown}
          onToggle={(_event, isExpanded) => setMoreShown(isExpanded)}
        >
          {radio('pod-only')}
        </ExpandableSection>
      </FormGroup>
      {chosen === 'next-restart' && <Notice variant="warning" title={untilThenText(t, vms, createsService)} />}
      {syncedKeys.length > 0 && (
        <Content component="p">
          {t('KubeVirt in this cluster copies {{keys}} from the template to the running VM by itself.', {
            keys: syncedKeys.join(', '),
          })}
        </Content>
      )}
      {notes.map((note) => (
        <Notice key={note} variant="info" title={note} />
      ))}
      {chosen === 'restart' && <LifecycleObstacles vms={vms} />}
    </>
  );
};
