import { useState } from 'react';
import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { defaultLabel, defaultTiming, identitySelector, type SelectionDraft } from '../domain/draft';
import { nameOf } from '../domain/objects';
import { canLabelLive } from '../domain/rights';
import { liveVmi } from '../domain/seen';
import { selectorText } from '../domain/selector';
import { problemText } from '../ui/problemText';
import { useText } from '../ui/useText';
import { LabelFields } from './LabelFields';
import type { StepProps } from './stepProps';
import { TimingFields } from './TimingFields';

/** Step 3: how the Service finds the VM, and when a label takes effect. */
export const SelectionStep = (props: StepProps) => {
  const t = useText();
  const { draft, problems, dispatch, vm, rights } = props;
  const { selection } = draft;
  // what was typed is there again when the person comes back from a look at the other way
  const [left, setLeft] = useState<SelectionDraft>(selection);
  const identity = liveVmi(vm) && identitySelector(vm);
  const whole = problems.find(({ field }) => field.at === 'selection');
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <FormGroup role="radiogroup" isStack fieldId="selection" label={t('How does the Service find it?')}>
        <Radio
          id="by-identity"
          name="selection"
          label={t('Just this VM')}
          description={
            identity
              ? t('By {{selector}}, a label that KubeVirt itself keeps on the pod. Nothing is edited and nothing restarts.', { selector: selectorText(identity) })
              : problemText(t, 'vm.no-identity')
          }
          isDisabled={!identity}
          isChecked={selection.by === 'vm-identity'}
          onChange={() => {
            setLeft(selection);
            dispatch({ type: 'by-identity' });
          }}
        />
        <Radio
          id="by-label"
          name="selection"
          label={t('By a label')}
          description={t('By key=value in the VM template. Other virtual machines can join the Service with the same label.')}
          isChecked={selection.by === 'label'}
          onChange={() =>
            dispatch({
              type: 'by-label',
              ...(left.by === 'label' ? left : { labels: [defaultLabel(draft.serviceName)], timing: defaultTiming(canLabelLive(rights, vm)) }),
            })
          }
        />
      </FormGroup>
      {whole && selection.by === 'vm-identity' && <Content component="p">{t('{{name}} has no running pod any more. Select it by a label.', { name: nameOf(vm.vm) })}</Content>}
      {selection.by === 'label' && <LabelFields {...props} selection={selection} />}
      {selection.by === 'label' && <TimingFields {...props} selection={selection} />}
    </Form>
  );
};
