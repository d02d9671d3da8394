import type { LifecycleObstacle, LifecycleState } from '../../domain/kubevirt/lifecycle';
import type { Text } from '../useText';

/** Why KubeVirt would refuse to restart or start a VM, and what can be done. */
export function lifecycleText(t: Text, obstacle: LifecycleObstacle, name: string): string {
  switch (obstacle) {
    case 'restart.halted':
      return t('KubeVirt does not restart {{name}}: its run strategy is Halted, so it stays down once it stops.', {
        name,
      });
    case 'restart.once':
      return t(
        'KubeVirt does not restart {{name}}: its run strategy is Once. Stop and start it by hand, which changes its run strategy to Always.',
        { name },
      );
    case 'restart.volumes-change':
      return t('KubeVirt does not restart {{name}} while its volumes are being changed.', { name });
    case 'restart.stopping':
      return t('KubeVirt does not restart {{name}} while it is being stopped.', { name });
    case 'start.receiver':
      return t(
        'KubeVirt does not start {{name}}: its run strategy is WaitAsReceiver, so it waits for a migration from another cluster.',
        { name },
      );
    case 'start.always':
      return t(
        'KubeVirt does not start {{name}} by hand: its run strategy is Always, so it starts by itself once it can.',
        { name },
      );
    case 'start.once':
      return t('KubeVirt does not start {{name}} by hand: its run strategy is Once.', { name });
    case 'start.failed':
      return t('KubeVirt does not start {{name}}: it has failed, and its run strategy is RerunOnFailure.', { name });
    case 'start.stopping':
      return t('KubeVirt does not start {{name}} before it has shut down.', { name });
    case 'start.volumes-change':
      return t('KubeVirt does not start {{name}}: a migration of its volumes has to be recovered by hand first.', {
        name,
      });
  }
}

/** What a restart means for a VM in that state, where it means more than usual; undefined where it does not. */
export function stateNote(t: Text, state: LifecycleState, name: string): string | undefined {
  switch (state) {
    case 'paused':
      return t('{{name}} is paused: its Services send nothing to it until it is unpaused or restarted.', { name });
    case 'migrating':
      return t('{{name}} is migrating: a restart now would cut the migration short.', { name });
    case 'restarting':
      return t('{{name}} is starting or restarting already: that restart is awaited, and no second one is sent.', {
        name,
      });
    case 'running':
    case 'stopped':
      return undefined;
  }
}
