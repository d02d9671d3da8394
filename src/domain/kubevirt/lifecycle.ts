import { isBeingDeleted } from '../k8s/objects';
import { graceSeconds, isRestartUnderWay, isStopUnderWay, livePods, liveVmi, type SeenVm } from '../k8s/seen';

/**
 * Why virt-api would refuse to restart or start a VM with 409, or why a restart is not what it seems. Source: kubevirt
 * v1.8.4, pkg/virt-api/rest/lifecycle.go. Worded in `ui/`; Review shows virt-api's own answer besides.
 */
export type LifecycleObstacle =
  | 'restart.halted'
  | 'restart.once'
  | 'restart.volumes-change'
  | 'restart.stopping'
  | 'start.always'
  | 'start.once'
  | 'start.failed'
  | 'start.stopping'
  | 'start.receiver'
  | 'start.volumes-change';

const hasCondition = ({ vm }: SeenVm, wanted: string): boolean =>
  // the generated type lacks some of the conditions that virt-controller sets
  ((vm.status?.conditions ?? []) as readonly { type: string; status: string }[]).some(
    ({ type, status }) => type === wanted && status === 'True',
  );

const strategyOf = ({ vm }: SeenVm): string => vm.spec.runStrategy ?? (vm.spec.running ? 'Always' : 'Halted');

/** What virt-api would answer to a restart of a VM that runs; undefined when it would take it. */
export function restartObstacle(seen: SeenVm): LifecycleObstacle | undefined {
  if (hasCondition(seen, 'VolumesChange')) return 'restart.volumes-change';
  switch (strategyOf(seen)) {
    case 'Halted':
      return 'restart.halted';
    case 'Once':
      return 'restart.once';
    default:
      // answered with 500: a stop/start is already underway
      return isStopUnderWay(seen) ? 'restart.stopping' : undefined;
  }
}

/** What virt-api would answer to a start of a VM that does not run; undefined when it would take it. */
export function startObstacle(seen: SeenVm): LifecycleObstacle | undefined {
  if (hasCondition(seen, 'ManualRecoveryRequired')) return 'start.volumes-change';
  if (seen.vmi && isBeingDeleted(seen.vmi)) return 'start.stopping';
  switch (strategyOf(seen)) {
    case 'Always':
      return 'start.always';
    case 'Once':
      return 'start.once';
    case 'WaitAsReceiver':
      // answered with 202, and nothing comes of it
      return 'start.receiver';
    case 'RerunOnFailure':
      return seen.vmi?.status?.phase === 'Failed' ? 'start.failed' : undefined;
    default:
      return undefined;
  }
}

/** True when the VM is paused: its pod exists but is not ready. */
export const isPaused = (seen: Pick<SeenVm, 'vmi'>): boolean =>
  (liveVmi(seen)?.status?.conditions ?? []).some(({ type, status }) => type === 'Paused' && status === 'True');

/**
 * True while a live migration of the VM is under way: its VMI's record of it has no end, or two pods can serve. A
 * restart cuts it short.
 */
export const isMigrating = (seen: SeenVm): boolean => {
  const migration = liveVmi(seen)?.status?.migrationState;
  return (
    (migration !== undefined && !migration.completed && !migration.failed && !migration.endTimestamp) ||
    livePods(seen).length > 1
  );
};

/** What a VM is doing, for the header of the wizard and the wording of what a restart means. */
export type LifecycleState = 'running' | 'paused' | 'migrating' | 'restarting' | 'stopped';

/** The state of a VM as far as exposing it is concerned. */
export function lifecycleState(seen: SeenVm): LifecycleState {
  if (isRestartUnderWay(seen)) return 'restarting';
  if (!liveVmi(seen)) return 'stopped';
  if (isPaused(seen)) return 'paused';
  return isMigrating(seen) ? 'migrating' : 'running';
}

/** A guest that is shutting down: since when (RFC 3339), and how many seconds it gets from then on. */
export interface Shutdown {
  readonly since: string;
  readonly graceSeconds: number;
}

/**
 * The shutdown of a VM's guest; undefined when it is not shutting down. A VMI's `deletionTimestamp` is when its
 * deletion was asked for.
 */
export const shutdownOf = ({ vmi }: SeenVm): Shutdown | undefined =>
  vmi && isBeingDeleted(vmi)
    ? { since: vmi.metadata?.deletionTimestamp ?? '', graceSeconds: graceSeconds(vmi) }
    : undefined;

/**
 * How many whole seconds a guest still gets: never more than its grace period, also where the browser's clock is behind
 * the cluster's, and never fewer than 0.
 * @param now milliseconds since 1970
 */
export const secondsLeft = ({ since, graceSeconds: whole }: Shutdown, now: number): number =>
  Math.min(whole, Math.max(0, Math.ceil(whole - (now - Date.parse(since)) / 1000)));
