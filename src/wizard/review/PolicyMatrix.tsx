import { Icon } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Admission, PortAdmission } from '../../domain/network/networkPolicy';
import { POLICY_SOURCES } from '../../domain/network/policySource';
import { admissionText, policyPortText, policySourceText } from '../../ui/text/policySourceText';
import { useText } from '../../ui/useText';

const ICONS: Readonly<Record<Admission, JSX.Element>> = {
  allowed: (
    <Icon isInline status="success">
      <CheckCircleIcon />
    </Icon>
  ),
  some: (
    <Icon isInline status="warning">
      <ExclamationTriangleIcon />
    </Icon>
  ),
  blocked: (
    <Icon isInline status="danger">
      <ExclamationCircleIcon />
    </Icon>
  ),
};

/** Which clients the network policies allow on which port: a row for each kind of client, a column for each port. */
export const PolicyMatrix = ({ admissions }: { readonly admissions: readonly PortAdmission[] }) => {
  const t = useText();
  return (
    <Table variant="compact" borders={false} aria-label={t('What the network policies allow')}>
      <Thead>
        <Tr>
          <Th>{t('Client')}</Th>
          {admissions.map(({ port }) => (
            <Th key={policyPortText(t, port)}>{policyPortText(t, port)}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {POLICY_SOURCES.map((source) => (
          <Tr key={source}>
            <Td dataLabel={t('Client')}>{policySourceText(t, source)}</Td>
            {admissions.map(({ port, sources }) => (
              <Td key={policyPortText(t, port)} dataLabel={policyPortText(t, port)}>
                {ICONS[sources[source]]} {admissionText(t, sources[source])}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
