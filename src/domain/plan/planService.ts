import { TYPES } from '../k8s/exposedTypes';
import { joinedService, type ExposeDraft } from '../draft/draft';
import { nameOf, type Labels, type Route, type Service } from '../k8s/objects';
import { isRouteAsPlanned, plannedRoute } from '../draft/plannedRoute';
import { isAsPlanned, plannedService } from '../draft/plannedService';
import { isOfRun } from '../k8s/runAnnotation';
import { vmNamed, type Seen } from '../k8s/seen';
import { changedFields, needsReplacement, patchService, replacement } from '../draft/serviceChange';
import { deleteStep } from '../steps/deleteStep';
import type { Step } from '../steps/step';

/** The VM that owns what the draft creates; `ownersOf` decides whether it does. */
const ownerOf = ({ vmNames }: ExposeDraft, seen: Seen) => vmNamed(seen, vmNames[0] ?? '')?.vm;

/**
 * The steps that make the Service and its Route as the draft wants them. What this run has made and is not as wanted any
 * more, after the draft was edited, is deleted first.
 */
export function planService(draft: ExposeDraft, selector: Labels, seen: Seen, runId: string): Step[] {
  return [...serviceSteps(draft, selector, seen, runId), ...routeSteps(draft, seen, runId)];
}

function serviceSteps(draft: ExposeDraft, selector: Labels, seen: Seen, runId: string): Step[] {
  const found = joinedService(draft, seen.services);
  if (!found) return make(plannedService(draft, selector, runId, ownerOf(draft, seen)), seen, runId);
  // while it is there under its name, or was replaced by this run, it is no longer what the draft began with
  const isMade = isOfRun(found, runId) || !seen.services.includes(found);
  if (isMade) return draft.replaces ? make(replacement(draft, draft.replaces, runId), seen, runId) : [];
  const outdated = deleteOutdated(seen, runId, (made) => made === found);
  if (!needsReplacement(draft, found)) return [...outdated, ...patchService(found, changedFields(draft, found))];
  return [...outdated, deleteStep('replaced', 'Service', found), create(replacement(draft, found, runId))];
}

const create = (object: Service): Step => ({ id: `service/${nameOf(object)}`, kind: 'create', object });

/** Creates the Service; one that this run made but that is not as the draft says now is deleted first. */
function make(planned: Service, seen: Seen, runId: string): Step[] {
  const isPlanned = (found: Service) =>
    nameOf(found) === nameOf(planned) && isOfRun(found, runId) && isAsPlanned(found, planned);
  return [...deleteOutdated(seen, runId, isPlanned), ...(seen.services.some(isPlanned) ? [] : [create(planned)])];
}

const deleteOutdated = (seen: Seen, runId: string, isPlanned: (found: Service) => boolean): Step[] =>
  seen.services
    .filter((found) => isOfRun(found, runId) && !isPlanned(found))
    .map((found) => deleteStep('outdated', 'Service', found));

function routeSteps(draft: ExposeDraft, seen: Seen, runId: string): Step[] {
  const planned = TYPES[draft.type].makesRoute ? plannedRoute(draft, runId, ownerOf(draft, seen)) : undefined;
  const routes = seen.routes ?? [];
  const isPlanned = (found: Route) =>
    planned !== undefined && nameOf(found) === nameOf(planned) && isRouteAsPlanned(found, planned);
  const outdated = routes
    .filter((found) => isOfRun(found, runId) && !isPlanned(found))
    .map((found) => deleteStep('outdated', 'Route', found));
  const isMissing = planned !== undefined && !routes.some(isPlanned);
  return [
    ...outdated,
    ...(isMissing ? [{ id: `route/${nameOf(planned)}`, kind: 'create', object: planned } as const] : []),
  ];
}
