import { FormGroup, Radio } from '@patternfly/react-core';
import type { SpecTiming } from '../domain/draft';
import { graceSeconds, liveVmi } from '../domain/seen';
import { timingRefusals } from '../domain/timingRefusals';
import { problemText } from '../ui/problemText';
import { Notice } from '../ui/Notice';
import { refusalText } from '../ui/timingRefusalText';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';

/** When a change of the template's spec takes effect: subdomain, hostname and an interface's ports are read at a start alone. */
export const SpecTimingFields = ({ draft, dispatch, problems, vms, rights }: StepProps) => {
  const t = useText();
  const running = vms.flatMap((vm) => liveVmi(vm) ?? []);
  const seconds = Math.max(0, ...running.map(graceSeconds));
  const refusal = timingRefusals(vms, rights).restart;
  const isStopped = running.length === 0;
  const radio = (timing: SpecTiming, label: string, description: string, isDisabled = false) => (
    <Radio
      id={`spec-timing-${timing}`}
      name="spec-timing"
      label={label}
      description={description}
      isDisabled={isDisabled}
      isChecked={draft.specTiming === timing}
      onChange={() => dispatch({ type: 'spec-timing', timing })}
    />
  );
  const restartText = isStopped
    ? t('It is started at the end, with the changed template.')
    : t('The guest is shut down, which may take up to {{seconds}} seconds, and boots again with the changed template, labels included.', { seconds });
  const problem = problems.find(({ code }) => code === 'timing.pod-restart');
  return (
    <>
      <FormGroup role="radiogroup" isStack fieldId="spec-timing" label={t('When does the changed template take effect?')}>
        {radio('next-restart', isStopped ? t('When it is started next') : t('When it is restarted next'), t('The names and ports that you asked for are there only from then on, whoever asks for it.'))}
        {radio('restart', isStopped ? t('Start it now') : t('Restart it now'), refusal ? refusalText(t, refusal) : restartText, Boolean(refusal))}
      </FormGroup>
      {problem && <Notice variant="danger" title={problemText(t, problem.code)} />}
    </>
  );
};
