import { useMemo } from 'react';
import { useSelected } from '../../cluster/watch/useSelected';
import { labelChange, timingOf } from '../../domain/draft/draft';
import { plannedSelector } from '../../domain/draft/draftProblems';
import { lostSelections } from '../../domain/labels/lostSelections';
import { nameOf } from '../../domain/k8s/objects';
import { selectionPreview } from '../../domain/labels/selectionPreview';
import { SelectionPreview } from './SelectionPreview';
import type { StepProps } from '../draft/stepProps';

/** What the selector of the draft hits, now and after the next restart, and what other Services would lose; nothing while the labels have to be mended. */
export const SelectionEffect = ({
  draft,
  vms,
  services,
  servicesFailure,
  problems,
  runId,
}: StepProps & { readonly runId: string }) => {
  const { namespace } = draft;
  const selector = plannedSelector(draft, { namespace, vms, services, endpointSlices: [] }, runId);
  const isAsked =
    selector !== undefined && !problems.some(({ field }) => field.at === 'label' || field.at === 'selection');
  const { pods, vms: all, podsFailure, vmsFailure, isCurrent } = useSelected(namespace, isAsked ? selector : undefined);
  const timing = timingOf(draft);
  const losses = useMemo(
    () =>
      lostSelections({
        change: labelChange(draft, services),
        timing,
        chosen: vms,
        services: services.filter((service) => nameOf(service) !== draft.serviceName),
      }),
    [draft, services, timing, vms],
  );
  const preview = useMemo(
    () =>
      selector &&
      selectionPreview({ selector, change: labelChange(draft, services), timing, chosen: vms, pods, vms: all }),
    [selector, draft, services, timing, vms, pods, all],
  );
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
