import { Content, Icon, List, ListItem } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon } from '@patternfly/react-icons';
import { addressesExpected } from '../domain/cluster-test/clusterTestAddresses';
import { keyOf } from '../domain/cluster-test/clusterTestChecks';
import type { ClusterTestResult } from '../domain/cluster-test/clusterTestLog';
import { likelyCause } from '../domain/cluster-test/likelyCause';
import type { EndpointSlice, Service } from '../domain/k8s/objects';
import { likelyCauseText, resultText } from '../ui/text/clusterTestText';
import { useText } from '../ui/useText';

interface TestResultsProps {
  readonly results: readonly ClusterTestResult[];
  readonly service: Service;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
}

/** The results, one line each; below a failed one what it most likely comes from. */
export const TestResults = ({ results, service, endpointSlices }: TestResultsProps) => {
  const t = useText();
  return (
    <List isPlain aria-label={t('Results of the test')}>
      {results.map((result) => {
        const cause = likelyCause(result, service, endpointSlices);
        return (
          <ListItem
            key={keyOf(result.check)}
            icon={
              <Icon status={cause ? 'danger' : 'success'}>
                {cause ? <ExclamationCircleIcon /> : <CheckCircleIcon />}
              </Icon>
            }
          >
            <span className="pf-v6-u-screen-reader">{cause ? t('Failed:') : t('Passed:')} </span>
            <span className="pf-v6-u-text-break-word">{resultText(t, result)}</span>
            {cause && (
              <Content component="small">
                {likelyCauseText(t, cause, addressesExpected(result.check, service, endpointSlices) ?? [])}
              </Content>
            )}
          </ListItem>
        );
      })}
    </List>
  );
};
