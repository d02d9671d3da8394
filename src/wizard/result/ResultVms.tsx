import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { nameOf } from '../../domain/k8s/objects';
import type { ResultVm } from '../../domain/exposure/resultHeadline';
import { livePod } from '../../domain/k8s/seen';
import { Link } from '../../host/router';
import { servicesTabPath } from '../../ui/paths';
import { findingTitle } from '../../ui/text/findings/findingText';
import { useText } from '../../ui/useText';
import { VerdictLabel } from '../../ui/verdict/VerdictLabel';

interface ResultVmsProps {
  readonly namespace: string;
  readonly judged: readonly ResultVm[];
}

/** After several VMs were exposed: each with its address and its status, and a link to its Services tab. */
export const ResultVms = ({ namespace, judged }: ResultVmsProps) => {
  const t = useText();
  const columns = { name: t('Name'), ip: t('Pod IP'), status: t('Status') };
  return (
    <Table variant="compact" aria-label={t('Virtual machines of the Service')}>
      <Thead>
        <Tr>
          <Th>{columns.name}</Th>
          <Th>{columns.ip}</Th>
          <Th>{columns.status}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {judged.map(({ vm, diagnosis }) => {
          const name = nameOf(vm.vm);
          const block = diagnosis.findings.find(({ grade }) => grade === 'blocking');
          return (
            <Tr key={name}>
              <Td dataLabel={columns.name} modifier="breakWord">
                <Link to={servicesTabPath(namespace, name)} aria-label={t('View Services of {{name}}', { name })}>
                  {name}
                </Link>
              </Td>
              <Td dataLabel={columns.ip}>{livePod(vm)?.status?.podIP ?? t('None')}</Td>
              <Td dataLabel={columns.status}>
                <VerdictLabel verdict={diagnosis.verdict} /> {block && findingTitle(t, block)}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
