import { AlertActionCloseButton, AlertActionLink } from '@patternfly/react-core';
import type { RunRecord } from '../../domain/plan/run';
import { Notice } from '../../ui/Notice';
import { useText, type Text } from '../../ui/useText';
import type { EarlierRun } from './useKeptRun';
import { useTime } from './useTime';

interface EarlierRunAlertProps {
  readonly earlier: EarlierRun;
  /** shows the run instead of the wizard */
  readonly onShow: () => void;
  /** forgets the run */
  readonly onDismiss: () => void;
}

function exposedText(t: Text, { serviceName, vmNames }: RunRecord['draft'], time: string | undefined): string {
  if (time === undefined) return t('The earlier run for Service {{serviceName}} is finished', { serviceName });
  return vmNames.length === 1
    ? t('You exposed {{name}} at {{time}}', { name: vmNames[0], time })
    : t('You exposed {{count}} virtual machines at {{time}}', { count: vmNames.length, time });
}

/** Tells of an earlier run of the same VMs above a new draft, with the way to it. */
const EarlierRunAlert = ({ earlier: { record, isFinished }, onShow, onDismiss }: EarlierRunAlertProps) => {
  const t = useText();
  const timeOf = useTime();
  const { serviceName } = record.draft;
  return isFinished ? (
    <Notice
      variant="info"
      title={exposedText(t, record.draft, timeOf(record.startedAt))}
      actionClose={<AlertActionCloseButton aria-label={t('Dismiss')} onClose={onDismiss} />}
      actionLinks={<AlertActionLink onClick={onShow}>{t('View result')}</AlertActionLink>}
    />
  ) : (
    <Notice
      variant="warning"
      title={t('An earlier run for Service {{serviceName}} is not finished', { serviceName })}
      actionLinks={<AlertActionLink onClick={onShow}>{t('Return to the earlier run')}</AlertActionLink>}
    >
      {t('After you expose again, you can no longer continue or undo the earlier run.')}
    </Notice>
  );
};

export default EarlierRunAlert;
