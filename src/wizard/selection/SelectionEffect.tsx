import { useMemo } from 'react';
import { useSelected } from '../../cluster/watch/useSelected';
import { lossesOf, previewOf, replacedValuesOf } from '../../domain/draft/selectionEffect';
import { SelectionPreview } from './SelectionPreview';
import type { StepProps } from '../draft/stepProps';

/**
 * What the draft's selector selects, now and after the next restart, which labels are overwritten for that, and what
 * other Services would lose; renders
 * nothing while the labels have problems.
 */
export const SelectionEffect = ({ resolved, services, servicesFailure, problems }: StepProps) => {
  const { draft, selector } = resolved;
  const isAsked =
    selector !== undefined && !problems.some(({ field }) => field.at === 'label' || field.at === 'selection');
  const { pods, vms, podsFailure, vmsFailure, isCurrent } = useSelected(
    draft.namespace,
    isAsked ? selector : undefined,
  );
  const losses = useMemo(() => lossesOf(resolved, services), [resolved, services]);
  const preview = useMemo(() => previewOf(resolved, { pods, vms }), [resolved, pods, vms]);
  const replaced = useMemo(() => replacedValuesOf(resolved), [resolved]);
  if (!isAsked || !preview) return null;
  const unread = servicesFailure ? { losses: undefined, servicesFailure } : { losses };
  return (
    <SelectionPreview
      preview={preview}
      replaced={replaced}
      {...unread}
      isCurrent={isCurrent}
      {...(podsFailure ? { podsFailure } : {})}
      {...(vmsFailure ? { vmsFailure } : {})}
    />
  );
};
