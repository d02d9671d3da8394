import type { Rights } from '../k8s/rights';
import { TYPES, type ExposedType } from '../k8s/exposedTypes';
import type { ResolvedDraft } from './goal';

/** Why a type cannot be chosen, worded in `ui/text`. */
export type TypeRefusal = 'no-routes' | 'may-not-route' | 'alias-of-existing';

/** What is known of the cluster and the user where a type is chosen. */
export interface TypeSurroundings {
  readonly resolved: Pick<ResolvedDraft, 'usesExistingService'>;
  readonly rights: Rights;
  /** whether the cluster has the API of Routes */
  readonly hasRouteApi: boolean;
}

/** Why this user cannot choose the type on this cluster; undefined when nothing is known to be against it. */
export function typeRefusal(
  type: ExposedType,
  { resolved, rights, hasRouteApi }: TypeSurroundings,
): TypeRefusal | undefined {
  if (TYPES[type].makesRoute && !hasRouteApi) return 'no-routes';
  if (TYPES[type].makesRoute && !rights.createRoute) return 'may-not-route';
  return !TYPES[type].selectsPods && resolved.usesExistingService ? 'alias-of-existing' : undefined;
}
