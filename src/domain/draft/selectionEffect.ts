import type { ResolvedDraft } from './goal';
import { nameOf, type Service } from '../k8s/objects';
import { lostSelections, type LostSelection } from '../labels/lostSelections';
import { selectionPreview, type PreviewedSelection, type SelectionPreviewInput } from '../labels/selectionPreview';

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
    chosen: resolved.vms.map(({ seen }) => seen),
    ...lists,
  });

/** The other Services of the namespace that would no longer select a VM of the draft. */
export const lossesOf = (resolved: ResolvedDraft, services: readonly Service[]): LostSelection[] =>
  lostSelections({
    ...resolved.labels,
    chosen: resolved.vms.map(({ seen }) => seen),
    services: services.filter((service) => nameOf(service) !== resolved.draft.serviceName),
  });
