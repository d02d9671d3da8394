import { useState } from 'react';
import { Content, ExpandableSection } from '@patternfly/react-core';
import type { ClusterTestEnd } from '../cluster/run/runClusterTest';
import { agreementOf } from '../domain/cluster-test/clusterTestAddresses';
import type { ClusterTestRequest } from '../domain/cluster-test/clusterTestJob';
import { parseClusterTest } from '../domain/cluster-test/clusterTestLog';
import type { EndpointSlice, Service } from '../domain/k8s/objects';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { FailureAlert } from '../ui/FailureAlert';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { ClusterTestTable } from './ClusterTestTable';
import { hindranceText } from '../ui/text/clusterTestText';

interface Tested {
  readonly request: ClusterTestRequest;
  readonly service: Service;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
}

interface ClusterTestOutcomeProps extends Tested {
  readonly end: ClusterTestEnd;
  /** whether the Job of a cancelled test could be deleted */
  readonly mayDelete: boolean;
}

/** The outcome of a test: its results, or why there are none. */
export const ClusterTestOutcome = ({ end, mayDelete, ...tested }: ClusterTestOutcomeProps) => {
  const t = useText();
  switch (end.outcome) {
    case 'ran':
      return <Results log={end.log} {...tested} />;
    case 'refused':
      return (
        <FailureAlert
          title={
            {
              create: t('The Job could not be created.'),
              watch: t('The Job was created, but it could not be followed.'),
              log: t('The test has run, but its log could not be read.'),
            }[end.call]
          }
          failure={end.failure}
        />
      );
    case 'hindered':
      return (
        <Notice variant="danger" title={hindranceText(t, end.by, tested.request.image)}>
          {end.words}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice
          variant="info"
          title={
            mayDelete
              ? t('The test was cancelled, and its Job deleted.')
              : t('The test was cancelled. Its Job ends by itself within two minutes.')
          }
        />
      );
  }
};

const Results = ({ log, request, service, endpointSlices }: Tested & { readonly log: string }) => {
  const t = useText();
  const [isLogShown, setLogShown] = useState(false);
  const results = parseClusterTest(log, request.checks);
  const bad = results.filter(
    (result) => result.outcome !== 'ok' || agreementOf(result, service, endpointSlices) === 'differs',
  );
  const hasTcp = results.some(({ check }) => check.kind === 'tcp');
  return (
    <>
      {bad.length === 0 ? (
        <Notice variant="success" title={t('Everything that was tested works from inside the cluster.')} />
      ) : (
        <Notice
          variant="warning"
          title={t('{{bad}} of {{total}} checks failed', { bad: bad.length, total: results.length })}
        />
      )}
      <ClusterTestTable results={results} service={service} endpointSlices={endpointSlices} />
      {hasTcp && (
        <Content component="small">
          {t(
            'A connection that opens proves that something answers at this port to a pod of this project. It does not prove that it is the right program, nor that pods of other projects or clients outside get through. One that does not open may be stopped by a network policy or by the firewall of the guest, or nothing listens there.',
          )}
        </Content>
      )}
      <ExpandableSection
        toggleText={t('Log of the test')}
        isExpanded={isLogShown}
        onToggle={(_event, isExpanded) => setLogShown(isExpanded)}
      >
        {isLogShown && <CodeWithCopy label={t('Copy the log')} code={log} />}
      </ExpandableSection>
    </>
  );
};
