import { labelChange, timingOf } from '../../domain/draft/draft';
import { isSpecRestart, needsSpec } from '../../domain/draft/specTiming';
import { LabelFields } from './LabelFields';
import { SpecTimingFields } from './SpecTimingFields';
import type { StepProps } from '../draft/stepProps';
import { TimingFields } from './TimingFields';

/** What of the VM's template is changed, and when that takes effect. */
const TemplateFields = (props: StepProps & { readonly isLabelling: boolean }) => {
  const { draft, vms, services, isLabelling } = props;
  const { selection } = draft;
  // a restart for the template's spec brings the labels as well
  const timing = isSpecRestart(draft, vms) ? undefined : timingOf(draft);
  return (
    <>
      {selection.by === 'label' && <LabelFields {...props} selection={selection} />}
      {needsSpec(draft, vms) && <SpecTimingFields {...props} />}
      {timing && isLabelling && (
        <TimingFields {...props} timing={timing} keys={Object.keys(labelChange(draft, services))} />
      )}
    </>
  );
};

export default TemplateFields;
