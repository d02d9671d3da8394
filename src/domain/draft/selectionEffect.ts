import type { ResolvedDraft } from './goal';
import { isRenewedForSpec } from './specTiming';
import { nameOf, type Service } from '../k8s/objects';
import { lostSelections, type LostSelection } from '../labels/lostSelections';
import type { PlannedVm } from '../labels/podLabelForecast';
import { replacedValues, type ReplacedValue } from '../labels/replacedValues';
import { selectionPreview, type PreviewedSelection, type SelectionPreviewInput } from '../labels/selectionPreview';

const plannedVms = ({ draft, vms }: ResolvedDraft): PlannedVm[] =>
  vms.map((vm) => ({
    seen: vm.seen,
    ...(vm.spec.hostname === undefined ? {} : { hostname: vm.spec.hostname }),
    isRenewed: isRenewedForSpec(draft, vm),
  }));

/**
 * What the draft's Service selects once the run is over and after the next restarts; undefined while the draft has no
 * selector.
 * @param lists what the namespace was seen to have
 */
export const previewOf = (
  resolved: ResolvedDraft,
  lists: Pick<SelectionPreviewInput, 'pods' | 'vms'>,
): PreviewedSelection | undefined =>
  resolved.selector &&
  selectionPreview({
    selector: resolved.selector,
    ...resolved.labels,
    chosen: plannedVms(resolved),
    ...lists,
  });

/** The other Services of the namespace that would no longer select a VM of the draft. */
export const lossesOf = (resolved: ResolvedDraft, services: readonly Service[]): LostSelection[] =>
  lostSelections({
    ...resolved.labels,
    chosen: plannedVms(resolved),
    services: services.filter((service) => nameOf(service) !== resolved.draft.serviceName),
  });

/** The labels of the draft's VMs that get another value. */
export const replacedValuesOf = (resolved: ResolvedDraft): ReplacedValue[] =>
  replacedValues(
    resolved.labels,
    resolved.vms.map(({ seen }) => seen),
  );
