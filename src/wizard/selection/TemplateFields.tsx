import { isSpecRestart, needsSpec } from '../../domain/draft/specTiming';
import { LabelFields } from './LabelFields';
import { SpecTimingFields } from './SpecTimingFields';
import type { StepProps } from '../draft/stepProps';
import { TimingFields } from './TimingFields';

/** The changes of the VM's template, and when they take effect. */
const TemplateFields = (props: StepProps & { readonly isLabelling: boolean }) => {
  const { draft, resolved, isLabelling } = props;
  const { selection } = draft;
  const { change } = resolved.labels;
  // a restart for the template's spec applies the labels too
  const timing = isSpecRestart(resolved) ? undefined : resolved.labels.timing;
  return (
    <>
      {selection.by === 'label' && <LabelFields {...props} selection={selection} />}
      {needsSpec(resolved) && <SpecTimingFields {...props} />}
      {timing && isLabelling && (
        <TimingFields
          {...props}
          timing={timing}
          keys={Object.keys(change)}
          createsService={!resolved.usesExistingService}
        />
      )}
    </>
  );
};

export default TemplateFields;
