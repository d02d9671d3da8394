import { useState } from 'react';
import { Content, ExpandableSection } from '@patternfly/react-core';
import type { ClusterTestEnd } from '../cluster/run/runClusterTest';
import type { ClusterTestRequest } from '../domain/cluster-test/clusterTestJob';
import { parseClusterTest } from '../domain/cluster-test/clusterTestLog';
import { isBad } from '../domain/cluster-test/testOutcome';
import type { EndpointSlice, Service } from '../domain/k8s/objects';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { EndNotice } from './EndNotice';
import { TestResults } from './TestResults';

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
  if (end.outcome === 'ran') return <Results log={end.log} {...tested} />;
  if (end.outcome !== 'cancelled') return <EndNotice end={end} image={tested.request.image} />;
  return (
    <Notice
      variant="info"
      title={
        mayDelete
          ? t('The test was canceled, and its Job was deleted')
          : t('The test was canceled. Its Job deletes itself within two minutes.')
      }
    />
  );
};

const Results = ({ log, request, service, endpointSlices }: Tested & { readonly log: string }) => {
  const t = useText();
  const [isLogShown, setLogShown] = useState(false);
  const results = parseClusterTest(log, request.checks);
  const bad = results.filter((result) => isBad(result, { service, endpointSlices })).length;
  const total = results.length;
  return (
    <>
      <Notice
        variant={bad === 0 ? 'success' : 'warning'}
        title={
          bad === 0
            ? t('All {{count}} checks passed', { count: total })
            : t('{{bad}} of {{total}} checks failed', { bad, total })
        }
      >
        <TestResults results={results} service={service} endpointSlices={endpointSlices} />
        {results.some(({ check }) => check.kind === 'tcp') && (
          <Content component="small">
            {t('Tested from a pod in this project. Clients in other projects or outside the cluster were not tested.')}
          </Content>
        )}
      </Notice>
      <ExpandableSection
        toggleText={t('Log')}
        isExpanded={isLogShown}
        onToggle={(_event, isExpanded) => setLogShown(isExpanded)}
      >
        {isLogShown && <CodeWithCopy label={t('Copy log')} code={log} />}
      </ExpandableSection>
    </>
  );
};
