import type { Goal } from '../draft/goal';
import { nameOf, type Route, type Service } from '../k8s/objects';
import { isRouteAsPlanned } from '../draft/plannedRoute';
import { isAsPlanned } from '../draft/plannedService';
import { isOfRun } from '../k8s/ownMarks';
import type { Seen } from '../k8s/seen';
import { patchService } from '../steps/serviceFields';
import { deleteStep } from '../steps/deleteStep';
import type { Step } from '../steps/step';

/**
 * The steps that make the Service and its Route as the goal wants them. What this run has created and is not as wanted
 * any more, after the draft was edited, is deleted first.
 */
export const planService = (goal: Goal, seen: Seen): Step[] => [...serviceSteps(goal, seen), ...routeSteps(goal, seen)];

function serviceSteps({ service: goal, runId, draft: { made = [] } }: Goal, seen: Seen): Step[] {
  switch (goal.work) {
    case 'create':
      return make(goal.service, seen, { runId, made });
    case 'keep':
      return [];
    case 'change':
      return [...deleteOutdated(seen, runId, () => false), ...patchService(goal.found, goal.fields)];
    case 'replace':
      return goal.found
        ? [
            ...deleteOutdated(seen, runId, () => false),
            deleteStep('replaced', 'Service', goal.found),
            create(goal.service),
          ]
        : make(goal.service, seen, { runId, made });
  }
}

const create = (object: Service): Step => ({ id: `service/${nameOf(object)}`, kind: 'create', object });

/** Creates the Service; one that this run made but that is not as the draft says now is deleted first. */
function make(
  planned: Service,
  seen: Seen,
  { runId, made }: { readonly runId: string; readonly made: readonly Service[] },
): Step[] {
  const isPlanned = (found: Service) =>
    nameOf(found) === nameOf(planned) && isOfRun(found, runId) && isAsPlanned(found, planned, made);
  return [...deleteOutdated(seen, runId, isPlanned), ...(seen.services.some(isPlanned) ? [] : [create(planned)])];
}

const deleteOutdated = (seen: Seen, runId: string, isPlanned: (found: Service) => boolean): Step[] =>
  seen.services
    .filter((found) => isOfRun(found, runId) && !isPlanned(found))
    .map((found) => deleteStep('outdated', 'Service', found));

function routeSteps({ route: planned, runId }: Goal, seen: Seen): Step[] {
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
