import type { WatchedVms } from '../../cluster/watch/watchedVms';
import type { WatchedRoutes } from '../../cluster/watch/useWatchedRoutes';
import type { Rights } from '../../domain/k8s/rights';

/** What a wizard starts with: one Service for all VMs, or one for each. */
export interface ExposeWizardProps {
  readonly namespace: string;
  /** one or several; missing VMs are listed, and the wizard starts only without them */
  readonly vmNames: readonly string[];
  /** at least one of the VMs exists */
  readonly watched: WatchedVms;
  readonly watchedRoutes: WatchedRoutes;
  readonly rights: Rights;
  /** starts over with a new draft and a new run */
  readonly onAgain: () => void;
}
