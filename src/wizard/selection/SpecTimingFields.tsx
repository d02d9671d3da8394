import { TYPES } from '../../domain/k8s/exposedTypes';
import { Content, FormGroup, Radio } from '@patternfly/react-core';
import { isRefusedTo, timingRefusals } from '../../domain/draft/timingRefusals';
import { useText } from '../../ui/useText';
import { LifecycleObstacles } from './LifecycleObstacles';
import { refusalText } from '../../ui/text/refusalText';
import type { StepProps } from '../draft/stepProps';
import { laterText, restartText } from './timingTexts';

/** When a change of the template's spec takes effect: unlike a label, never while the VM runs. */
export const SpecTimingFields = ({
  draft,
  dispatch,
  vms,
  rights,
  isRequest,
}: Pick<StepProps, 'draft' | 'dispatch' | 'vms' | 'rights' | 'isRequest'>) => {
  const t = useText();
  const refusal = timingRefusals(vms, rights).restart;
  return (
    <>
      <FormGroup
        role="radiogroup"
        isStack
        fieldId="spec-timing"
        label={t('When does the template change take effect?')}
      >
        <Content component="small">
          {TYPES[draft.type].namesVms
            ? t('The VM gets its own DNS name when it starts with the new subdomain.')
            : t('The network interface allows the ports when the VM starts with the new template.')}
        </Content>
        {(['restart', 'next-restart'] as const).map((timing) => {
          const { label, description } = timing === 'restart' ? restartText(t, vms) : laterText(t, vms);
          const isRefused = timing === 'restart' && refusal !== undefined && isRefusedTo(refusal, isRequest);
          return (
            <Radio
              key={timing}
              id={`spec-timing-${timing}`}
              name="spec-timing"
              label={label}
              description={isRefused ? refusalText(t, refusal) : description}
              {...(timing === 'restart' && refusal && !isRefused ? { body: refusalText(t, refusal) } : {})}
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
