import type { LifecycleObstacle, LifecycleState } from '../../domain/kubevirt/lifecycle';
import type { Text } from '../useText';

/** Why KubeVirt would refuse to restart or start a VM, and what can be done. */
export function lifecycleText(t: Text, obstacle: LifecycleObstacle, name: string): string {
  switch (obstacle) {
    case 'restart.halted':
      return t('KubeVirt does not restart {{name}}: its run strategy is Halted. Start the VM after it has stopped.', {
        name,
      });
    case 'restart.once':
      return t(
        'KubeVirt does not restart {{name}}: its run strategy is Once. Stop and start the VM, which changes its run strategy to Always.',
        { name },
      );
    case 'restart.volumes-change':
      return t(
        'KubeVirt does not restart {{name}} while its volumes are changing. Wait until the change is complete.',
        { name },
      );
    case 'restart.stopping':
      return t('KubeVirt does not restart {{name}} while the VM is stopping. Wait, then start it.', { name });
    case 'start.receiver':
      return t(
        'KubeVirt does not start {{name}}: its run strategy is WaitAsReceiver, and it waits for a migration from another cluster.',
        { name },
      );
    case 'start.always':
      return t('KubeVirt starts {{name}} automatically, because its run strategy is Always. Wait until it can start.', {
        name,
      });
    case 'start.once':
      return t('KubeVirt does not start {{name}} again: its run strategy is Once.', { name });
    case 'start.failed':
      return t('KubeVirt does not start {{name}}: the VM has failed, and its run strategy is RerunOnFailure.', {
        name,
      });
    case 'start.stopping':
      return t('KubeVirt does not start {{name}} until the VM has shut down.', { name });
    case 'start.volumes-change':
      return t('KubeVirt does not start {{name}}: recover the migration of its volumes first.', {
        name,
      });
  }
}

/** What a restart means for a VM in that state, where it means more than usual; undefined where it does not. */
export function stateNote(t: Text, state: LifecycleState, name: string): string | undefined {
  switch (state) {
    case 'paused':
      return t('{{name}} is paused. Services send no traffic to it until it is unpaused or restarted.', { name });
    case 'migrating':
      return t('{{name}} is migrating. A restart now ends the migration early.', { name });
    case 'restarting':
      return t('{{name}} is already starting or restarting. Expose VM waits for that and sends no second restart.', {
        name,
      });
    case 'running':
    case 'stopped':
      return undefined;
  }
}
