import { useMemo } from 'react';
import { useSelected } from '../../cluster/watch/useSelected';
import { lossesOf, previewOf } from '../../domain/draft/selectionEffect';
import { SelectionPreview } from './SelectionPreview';
import type { StepProps } from '../draft/stepProps';

/**
 * What the draft's selector selects, now and after the next restart, and what other Services would lose; renders
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
  if (!isAsked || !preview) return null;
  const unread = servicesFailure ? { losses: undefined, servicesFailure } : { losses };
  return (
    <SelectionPreview
      preview={preview}
      {...unread}
      isCurrent={isCurrent}
      {...(podsFailure ? { podsFailure } : {})}
      {...(vmsFailure ? { vmsFailure } : {})}
    />
  );
};
