/** How far the work for one VM is in this page; undefined before any was begun. */
export interface EachWorkState {
  readonly purpose: 'expose' | 'undo';
  /** `idle`: its turn has not come */
  readonly stage: 'idle' | 'planning' | 'ready' | 'running' | 'done' | 'failed' | 'cancelled' | 'not-planned';
}

/** Where one VM of a run stands; `unfinished`: an earlier page has begun, and nothing goes on now. */
export type EachState = 'waiting' | 'running' | 'exposed' | 'failed' | 'stopped' | 'undone' | 'unfinished';

interface KnownOfVm {
  readonly work: EachWorkState | undefined;
  /** true when nothing is left to do of its run */
  readonly isAtGoal: boolean;
  /** true when all that its run did was taken back */
  readonly isUndone: boolean;
}

/** Where one VM of a run stands. */
export function eachState({ work, isAtGoal, isUndone }: KnownOfVm): EachState {
  if (!work) return isUndone ? 'undone' : isAtGoal ? 'exposed' : 'unfinished';
  switch (work.stage) {
    case 'idle':
      return 'waiting';
    case 'planning':
    case 'ready':
    case 'running':
      return 'running';
    case 'done':
      return work.purpose === 'undo' ? 'undone' : 'exposed';
    case 'failed':
    case 'not-planned':
      return 'failed';
    case 'cancelled':
      return 'stopped';
  }
}

/** True while something is being done for a VM, or is about to be. */
export const isBusy = (state: EachState): boolean => state === 'waiting' || state === 'running';

/** True for a VM for which another try does what is left. */
export const canTryAgain = (state: EachState): boolean =>
  state === 'failed' || state === 'stopped' || state === 'unfinished';
