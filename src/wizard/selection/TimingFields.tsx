import { useState } from 'react';
import { Content, ExpandableSection, FormGroup, Radio } from '@patternfly/react-core';
import { useLabelSync } from '../../cluster/ask/useLabelSync';
import type { LabelTiming } from '../../domain/labels/timing';
import { isSynced } from '../../domain/labels/labelSync';
import { lifecycleState } from '../../domain/kubevirt/lifecycle';
import { nameOf } from '../../domain/k8s/objects';
import { graceSeconds, liveVmi, type SeenVm } from '../../domain/k8s/seen';
import { timingRefusals } from '../../domain/draft/timingRefusals';
import { stateNote } from '../../ui/text/lifecycleText';
import { Notice } from '../../ui/Notice';
import { useText, type Text } from '../../ui/useText';
import { LifecycleObstacles } from './LifecycleObstacles';
import { refusalText } from '../../ui/text/refusalText';
import type { StepProps } from '../draft/stepProps';

interface TimingFieldsProps extends Pick<StepProps, 'dispatch' | 'vms' | 'rights'> {
  readonly timing: LabelTiming;
  /** keys of the labels that are added or changed */
  readonly keys: readonly string[];
}

function timingText(t: Text, timing: LabelTiming, vms: readonly SeenVm[]): { label: string; description: string } {
  const running = vms.flatMap((vm) => liveVmi(vm) ?? []);
  const isStopped = running.length === 0;
  const seconds = Math.max(0, ...running.map(graceSeconds));
  switch (timing) {
    case 'live':
      return {
        label: t('Now, without a restart'),
        description: t(
          'Adds the label to the VM template, the running instance, and its pod. The label persists after a restart or live migration.',
        ),
      };
    case 'restart':
      return isStopped
        ? { label: t('Start now'), description: t('It is started at the end, and has the label from then on.') }
        : {
            label: t('Restart now'),
            description:
              vms.length === 1
                ? t('Restarts the VM. Shutdown can take up to {{seconds}} seconds. Open connections are closed.', {
                    seconds,
                  })
                : t(
                    'One after the other is shut down, which may take up to {{seconds}} seconds each, and boots again with the label; the next only when the Service reaches the one before. Stopped ones are started.',
                    { seconds },
                  ),
          };
    case 'next-restart':
      return isStopped
        ? {
            label: t('At the next start'),
            description: t(
              'Only the template is changed. The label takes effect at the next start, whoever asks for it.',
            ),
          }
        : {
            label: t('At the next restart'),
            description: t('Changes the template only. The Service does not reach the VM until the VM is restarted.'),
          };
    case 'pod-only':
      return {
        label: t('On the pod only, temporary'),
        description: t(
          'Only the running pod gets the label. It is lost at the next restart and also at the next live migration, as when a node is drained or the cluster upgraded.',
        ),
      };
  }
}

/** When the label takes effect: KubeVirt copies template labels to the pod only when the VM starts. */
export const TimingFields = ({ timing: chosen, dispatch, vms, rights, keys }: TimingFieldsProps) => {
  const t = useText();
  const [isMoreShown, setMoreShown] = useState(chosen === 'pod-only');
  const { sync } = useLabelSync();
  const syncedKeys = keys.filter((key) => isSynced(key, sync));
  const refusals = timingRefusals(vms, rights);
  const notes = vms.flatMap((vm) => stateNote(t, lifecycleState(vm), nameOf(vm.vm)) ?? []);
  const radio = (timing: LabelTiming) => {
    const { label, description } = timingText(t, timing, vms);
    const refusal = refusals[timing];
    return (
      <Radio
        key={timing}
        id={`timing-${timing}`}
        name="timing"
        label={label}
        description={refusal ? refusalText(t, refusal) : description}
        isDisabled={Boolean(refusal)}
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
          toggleText={t('More')}
          isIndented
          isExpanded={isMoreShown}
          onToggle={(_event, isExpanded) => setMoreShown(isExpanded)}
        >
          {radio('pod-only')}
        </ExpandableSection>
      </FormGroup>
      {syncedKeys.length > 0 && (
        <Content component="p">
          {t(
            'KubeVirt of this cluster is set up to carry {{keys}} from the template to what runs by itself, so changing the template would be enough.',
            { keys: syncedKeys.join(', ') },
          )}
        </Content>
      )}
      {notes.map((note) => (
        <Notice key={note} variant="info" title={note} />
      ))}
      {chosen === 'restart' && <LifecycleObstacles vms={vms} />}
    </>
  );
};
