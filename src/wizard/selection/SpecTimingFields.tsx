import { TYPES } from '../../domain/k8s/exposedTypes';
import { Content, FormGroup, Radio } from '@patternfly/react-core';
import type { SpecTiming } from '../../domain/draft/draft';
import { graceSeconds, liveVmi, type SeenVm } from '../../domain/k8s/seen';
import { timingRefusals } from '../../domain/draft/timingRefusals';
import { useText, type Text } from '../../ui/useText';
import { LifecycleObstacles } from './LifecycleObstacles';
import { refusalText } from '../../ui/text/refusalText';
import type { StepProps } from '../draft/stepProps';

function timingText(t: Text, timing: SpecTiming, vms: readonly SeenVm[]): { label: string; description: string } {
  const running = vms.flatMap((vm) => liveVmi(vm) ?? []);
  const isStopped = running.length === 0;
  if (timing === 'next-restart') {
    return isStopped
      ? {
          label: t('At the next start'),
          description: t('Only the template is changed. It takes effect at the next start, whoever asks for it.'),
        }
      : {
          label: t('At the next restart'),
          description: t('Only the template is changed. It takes effect at the next restart, whoever asks for it.'),
        };
  }
  if (isStopped)
    return { label: t('Start now'), description: t('It is started at the end, and the change counts from then on.') };
  const seconds = Math.max(0, ...running.map(graceSeconds));
  return {
    label: t('Restart now'),
    description:
      vms.length === 1
        ? t('The guest is shut down, which may take up to {{seconds}} seconds, and boots again with the change.', {
            seconds,
          })
        : t(
            'One after the other is shut down, which may take up to {{seconds}} seconds each, and boots again with the change; the next only when the Service reaches the one before. Stopped ones are started.',
            { seconds },
          ),
  };
}

/** When a change of the template's spec takes effect: unlike a label, never while the VM runs. */
export const SpecTimingFields = ({
  draft,
  dispatch,
  vms,
  rights,
}: Pick<StepProps, 'draft' | 'dispatch' | 'vms' | 'rights'>) => {
  const t = useText();
  const refusal = timingRefusals(vms, rights).restart;
  return (
    <>
      <FormGroup
        role="radiogroup"
        isStack
        fieldId="spec-timing"
        label={t('When does the change of the template take effect?')}
      >
        <Content component="small">
          {TYPES[draft.type].namesVms
            ? t('DNS knows the virtual machine by its own name once it has started with the subdomain.')
            : t('The interface lets the ports through once the virtual machine has started with them.')}
        </Content>
        {(['restart', 'next-restart'] as const).map((timing) => {
          const { label, description } = timingText(t, timing, vms);
          const isRefused = timing === 'restart' && refusal !== undefined;
          return (
            <Radio
              key={timing}
              id={`spec-timing-${timing}`}
              name="spec-timing"
              label={label}
              description={isRefused ? refusalText(t, refusal) : description}
              isDisabled={isRefused}
              isChecked={draft.specTiming === timing}
              onChange={() => dispatch({ type: 'spec-timing', timing })}
            />
          );
        })}
      </FormGroup>
      {draft.specTiming === 'restart' && <LifecycleObstacles vms={vms} />}
    </>
  );
};
