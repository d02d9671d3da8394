import { Content, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { addressesExpected, agreementOf } from '../domain/cluster-test/clusterTestAddresses';
import { keyOf } from '../domain/cluster-test/clusterTestChecks';
import type { ClusterTestResult } from '../domain/cluster-test/clusterTestLog';
import type { EndpointSlice, Service } from '../domain/k8s/objects';
import { useText } from '../ui/useText';
import { checkText, reasonText } from '../ui/text/clusterTestText';

interface ClusterTestTableProps {
  readonly results: readonly ClusterTestResult[];
  readonly service: Service;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
}

/** The results, one row each: what was tested, the outcome, and whether the addresses match those of the Service. */
export const ClusterTestTable = ({ results, service, endpointSlices }: ClusterTestTableProps) => {
  const t = useText();
  const columns = {
    check: t('Test'),
    outcome: t('Outcome'),
    addresses: t('Addresses'),
    agreement: t('Compared with the Service'),
  };
  return (
    <Table variant="compact" aria-label={t('Results of the test')}>
      <Thead>
        <Tr>
          {Object.entries(columns).map(([key, title]) => (
            <Th key={key} modifier="wrap">
              {title}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {results.map((result) => (
          <Tr key={keyOf(result.check)}>
            <Td dataLabel={columns.check} modifier="breakWord">
              {checkText(t, result.check)}
            </Td>
            <Td dataLabel={columns.outcome}>
              <Outcome result={result} />
            </Td>
            <Td dataLabel={columns.addresses}>{result.addresses.join(', ')}</Td>
            <Td dataLabel={columns.agreement}>
              <Agreement result={result} service={service} endpointSlices={endpointSlices} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

const Outcome = ({ result: { check, outcome, reason } }: { readonly result: ClusterTestResult }) => {
  const t = useText();
  switch (outcome) {
    case 'ok':
      return <Label status="success">{check.kind === 'dns' ? t('resolved') : t('connected')}</Label>;
    case 'failed':
      return (
        <>
          <Label status="danger">{t('failed')}</Label>
          {reason && <Content component="small">{reasonText(t, reason)}</Content>}
        </>
      );
    case 'missing':
      return <Label status="warning">{t('not in the log')}</Label>;
  }
};

const Agreement = ({
  result,
  service,
  endpointSlices,
}: Omit<ClusterTestTableProps, 'results'> & { readonly result: ClusterTestResult }) => {
  const t = useText();
  switch (agreementOf(result, service, endpointSlices)) {
    case 'agrees':
      return <Label status="success">{t('the same')}</Label>;
    case 'differs': {
      const expected = addressesExpected(result.check, service, endpointSlices) ?? [];
      return (
        <>
          <Label status="danger">{t('differs')}</Label>
          <Content component="small">
            {expected.length > 0
              ? t('The Service has {{addresses}}.', { addresses: expected.join(', ') })
              : t('The Service has no address.')}
          </Content>
        </>
      );
    }
    case undefined:
      return null;
  }
};
