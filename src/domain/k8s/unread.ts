import type { Failure } from './failure';

/**
 * Why something was not read. `absent`: this cluster has no such API, or no such object. `forbidden`: this user has no
 * permission, which is the rule for much of the cluster's own. `failed`: the call did not succeed. What was read and is
 * empty is none of these.
 */
export type Unread =
  | { readonly state: 'absent' }
  | { readonly state: 'forbidden'; readonly failure: Failure }
  | { readonly state: 'failed'; readonly failure: Failure };

const ABSENT: Unread = { state: 'absent' };

/** What a failed read means, by the API server's code. */
export const unreadOf = (failure: Failure): Unread =>
  failure.code === 404 ? ABSENT : { state: failure.code === 403 ? 'forbidden' : 'failed', failure };
