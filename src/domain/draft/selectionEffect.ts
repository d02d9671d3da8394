import type { ResolvedDraft } from './goal';
import { isRenewedForSpec } from './specTiming';
import { traitsOf } from '../k8s/exposedTypes';
import { labelsOf, nameOf, type Service } from '../k8s/objects';
import { livePods } from '../k8s/seen';
import { lostSelections, type LostSelection } from '../labels/lostSelections';
import type { PlannedVm } from '../labels/podLabelForecast';
import { selects } from '../labels/selector';
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

/**
 * The other Services of the namespace that would no longer select a VM of the draft, once for each Service and VM: a
 * loss that starts now is not repeated for the next restart.
 */
export const lossesOf = (resolved: ResolvedDraft, services: readonly Service[]): LostSelection[] =>
  withoutRepeats(allLosses(resolved, services));

const withoutRepeats = (losses: readonly LostSelection[]): LostSelection[] =>
  losses.filter(
    ({ service, vm, when }) =>
      when === 'now' || !losses.some((other) => other.when === 'now' && other.service === service && other.vm === vm),
  );

const allLosses = (resolved: ResolvedDraft, services: readonly Service[]): LostSelection[] =>
  lostSelections({
    ...resolved.labels,
    chosen: plannedVms(resolved),
    services: services.filter((service) => nameOf(service) !== resolved.draft.serviceName),
  });

/** Names of the other Services of the namespace that select a VM of the draft now and still do once the run is over. */
export function keptServicesOf(resolved: ResolvedDraft, services: readonly Service[]): string[] {
  const lost = new Set(lossesOf(resolved, services).map(({ service }) => service));
  const pods = resolved.vms.flatMap(({ seen }) => livePods(seen).map(labelsOf));
  return services
    .filter(
      (service) =>
        nameOf(service) !== resolved.draft.serviceName &&
        traitsOf(service).selectsPods &&
        !lost.has(nameOf(service)) &&
        pods.some((labels) => selects(service.spec?.selector ?? {}, labels)),
    )
    .map(nameOf);
}
