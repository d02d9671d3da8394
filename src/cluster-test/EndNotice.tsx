import type { ClusterTestEnd } from '../cluster/run/runClusterTest';
import { FailureAlert } from '../ui/FailureAlert';
import { Notice } from '../ui/Notice';
import { hindranceText } from '../ui/text/clusterTestText';
import { useText } from '../ui/useText';

interface EndNoticeProps {
  readonly end: Exclude<ClusterTestEnd, { readonly outcome: 'ran' }>;
  readonly image: string;
}

/** Why a test has no results. */
export const EndNotice = ({ end, image }: EndNoticeProps) => {
  const t = useText();
  switch (end.outcome) {
    case 'refused':
      return (
        <FailureAlert
          title={
            {
              create: t('The Job could not be created'),
              watch: t('The Job was created, but its progress could not be read'),
              log: t('The test finished, but its log could not be read'),
            }[end.call]
          }
          failure={end.failure}
        />
      );
    case 'hindered':
      return (
        <Notice variant="danger" title={hindranceText(t, end.by, image)}>
          {end.words}
        </Notice>
      );
    case 'cancelled':
      return <Notice variant="info" title={t('The test was canceled')} />;
  }
};
