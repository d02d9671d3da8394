import { Content } from '@patternfly/react-core';
import { valueOf } from '../cluster/ask/useClusterPart';
import type { KnownClusterNetwork } from '../cluster/ask/useClusterNetwork';
import { podRangeText, serviceRangeText } from '../ui/text/clusterNetworkText';
import { FailureAlert } from '../ui/FailureAlert';
import { Loading } from '../ui/loading/Loading';
import { Notice } from '../ui/Notice';
import { useNumber } from '../ui/useNumber';
import { useText } from '../ui/useText';
import { Ranges } from './Ranges';
import { Section } from './Section';
import { Term } from '../ui/Term';

interface RangesSectionProps {
  readonly known: KnownClusterNetwork;
  /** the project for a dry run, when nothing else tells the Service range */
  readonly namespace: string | undefined;
}

/** The address ranges of pods and Services, as far as they are known. */
export const RangesSection = ({ known, namespace }: RangesSectionProps) => {
  const t = useText();
  const number = useNumber();
  const podRanges = valueOf(known.network)?.network.podRanges ?? [];
  const { serviceRanges } = known;
  if (podRanges.length === 0 && serviceRanges.length === 0) return <NoRanges known={known} namespace={namespace} />;
  const areTwo = podRanges.length === 1 && serviceRanges.length === 1;
  const whose = areTwo
    ? t('Pods and VMs use the pod network. Services use the Service network.')
    : t(
        'Pods, and the virtual machines in them, get addresses of the ranges for pods, Services of the ranges for Services.',
      );
  return (
    <Section
      title={t('Address ranges')}
      intro={podRanges.length > 0 && serviceRanges.length > 0 && <Content component="p">{whose}</Content>}
    >
      {podRanges.length > 0 && (
        <Term name={t('Pods')}>
          <Ranges ranges={podRanges.map((range) => ({ ...range, text: podRangeText(t, number, range) }))} />
        </Term>
      )}
      <Term name={t('Services')}>
        {serviceRanges.length > 0 ? (
          <Ranges ranges={serviceRanges.map((range) => ({ ...range, text: serviceRangeText(t, number, range) }))} />
        ) : (
          <NoRanges known={known} namespace={namespace} />
        )}
        {known.learned?.state === 'known' && serviceRanges.length > 0 && (
          <Content component="small">
            {t(
              'Learned in project {{namespace}} from the refusal of a Service that was never made. There may be more ranges.',
              { namespace },
            )}
          </Content>
        )}
      </Term>
    </Section>
  );
};

/** Shown when a range is unknown: the reason, and what can be done. */
const NoRanges = ({ known: { learned, needsProject }, namespace }: RangesSectionProps) => {
  const t = useText();
  if (!learned) {
    return needsProject ? (
      <Notice variant="info" title={t('Choose a project in which you may create Services.')}>
        {t('The API server then tells the range of Service addresses as it refuses a Service that is never made.')}
      </Notice>
    ) : (
      <Loading />
    );
  }
  switch (learned.state) {
    case 'loading':
      return <Loading />;
    case 'forbidden':
    case 'failed':
      return (
        <FailureAlert
          title={t('The range of Service addresses could not be learned in project {{namespace}}.', { namespace })}
          failure={learned.failure}
        />
      );
    case 'absent':
      return (
        <Notice
          variant="info"
          title={t('There is no project {{namespace}}, so the range of Service addresses could not be learned there.', {
            namespace,
          })}
        />
      );
    case 'known':
      return <Notice variant="info" title={t('The API server did not tell the range of Service addresses.')} />;
  }
};
