import type { LabelTiming } from '../../domain/labels/timing';
import { graceSeconds, liveVmi, type SeenVm } from '../../domain/k8s/seen';
import { nameOf } from '../../domain/k8s/objects';
import type { Text } from '../../ui/useText';

interface TimingText {
  readonly label: string;
  readonly description: string;
}

const isStopped = (vms: readonly SeenVm[]): boolean => vms.every((vm) => !liveVmi(vm));

/** What a restart or a start now does, with the time that guests may take to shut down where they take any. */
export function restartText(t: Text, vms: readonly SeenVm[]): TimingText {
  if (isStopped(vms)) return { label: t('Start now'), description: t('Starts the VM at the end of the run.') };
  const seconds = Math.max(0, ...vms.flatMap((vm) => liveVmi(vm) ?? []).map(graceSeconds));
  const label = t('Restart now');
  if (vms.length === 1)
    return {
      label,
      description:
        seconds === 0
          ? t('Restarts the VM. Open connections are closed.')
          : t('Restarts the VM. Shutdown can take up to {{seconds}} seconds. Open connections are closed.', {
              seconds,
            }),
    };
  return {
    label,
    description:
      seconds === 0
        ? t('Restarts the VMs one after the other, each when the Service reaches the one before. Starts stopped VMs.')
        : t(
            'Restarts the VMs one after the other, each when the Service reaches the one before. Shutdown can take up to {{seconds}} seconds each. Starts stopped VMs.',
            { seconds },
          ),
  };
}

/** What waiting for the next restart or start means. */
export const laterText = (t: Text, vms: readonly SeenVm[]): TimingText =>
  isStopped(vms)
    ? {
        label: t('At the next start'),
        description: t('Changes the template only. The Service does not reach the VM until the VM is started.'),
      }
    : {
        label: t('At the next restart'),
        description: t('Changes the template only. The Service does not reach the VM until the VM is restarted.'),
      };

/** When a label takes effect, and what that means. */
export function labelTimingText(t: Text, timing: LabelTiming, vms: readonly SeenVm[]): TimingText {
  switch (timing) {
    case 'live':
      return {
        label: t('Now, without a restart'),
        description: t(
          'Adds the label to the VM template, the running instance, and its pod. The label persists after a restart or live migration.',
        ),
      };
    case 'restart':
      return restartText(t, vms);
    case 'next-restart':
      return laterText(t, vms);
    case 'pod-only':
      return {
        label: t('On the pod only, temporary'),
        description: t(
          'Adds the label to the running pod only. The label is lost at the next restart or live migration, for example when a node is drained.',
        ),
      };
  }
}

/** What clients get until then, where a label waits for a restart or a start. */
export function untilThenText(t: Text, vms: readonly SeenVm[], createsService: boolean): string {
  const [vm, ...others] = vms;
  if (!vm || others.length > 0 || !createsService)
    return isStopped(vms)
      ? t('The Service sends no traffic to these VMs until they start.')
      : t('The Service sends no traffic to these VMs until they restart.');
  const name = nameOf(vm.vm);
  return isStopped(vms)
    ? t('The Service is created now, but has no endpoint until {{name}} starts.', { name })
    : t('The Service is created now, but has no endpoint until {{name}} restarts.', { name });
}
