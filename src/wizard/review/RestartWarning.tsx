import { graceSeconds, type SeenVm } from '../../domain/k8s/seen';
import { nameOf } from '../../domain/k8s/objects';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';

interface RestartWarningProps {
  /** names of the VMs that restart, in order; not empty */
  readonly restarted: readonly string[];
  readonly vms: readonly SeenVm[];
  readonly confirmation: string;
  readonly onConfirm: (typed: string) => void;
}

/** Says which VMs restart and what that means, and asks for the first one's name before it may happen. */
export const RestartWarning = ({ restarted, vms, confirmation, onConfirm }: RestartWarningProps) => {
  const t = useText();
  const [vmName = ''] = restarted;
  const seconds = Math.max(
    0,
    ...vms.flatMap(({ vm, vmi }) => (vmi && restarted.includes(nameOf(vm)) ? [graceSeconds(vmi)] : [])),
  );
  return (
    <Notice
      variant="warning"
      title={
        restarted.length === 1
          ? t('{{name}} will restart', { name: vmName })
          : t('{{names}} will restart one after the other', { names: restarted.join(', ') })
      }
    >
      <p>
        {seconds > 0
          ? t('The guest OS shuts down within {{seconds}} seconds. Open connections are closed.', { seconds })
          : t('The guest OS shuts down. Open connections are closed.')}
      </p>
      <TextField
        id="confirm-restart"
        label={t('Type {{vmName}} to confirm the restart', { vmName })}
        isRequired
        value={confirmation}
        onChange={onConfirm}
      />
    </Notice>
  );
};
