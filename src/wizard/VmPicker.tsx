import { useState } from 'react';
import { Content, EmptyState, EmptyStateBody, PageSection, SearchInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useWatchedVms } from '../cluster/watchVmList';
import { nameOf, uidOf } from '../domain/objects';
import { Link } from '../host/router';
import { Loading } from '../ui/Loading';
import { exposePath } from '../ui/paths';
import { useText } from '../ui/useText';
import { Blocked } from './Blocked';

const MOST_SHOWN = 50;

/** Chooses the VM when the page was opened without one. */
export const VmPicker = ({ namespace }: { namespace?: string }) => {
  const t = useText();
  const { loaded, hasKubeVirt, vms, failure } = useWatchedVms(namespace);
  const [wanted, setWanted] = useState('');
  if (!loaded) return <Loading />;
  if (!hasKubeVirt || failure) return <Blocked {...(namespace ? { namespace } : {})} hasKubeVirt={hasKubeVirt} failure={failure} />;
  if (vms.length === 0) {
    return (
      <EmptyState headingLevel="h2" titleText={namespace ? t('Project {{namespace}} has no virtual machines', { namespace }) : t('There are no virtual machines')}>
        <EmptyStateBody>{t('Create one first, or choose another project.')}</EmptyStateBody>
      </EmptyState>
    );
  }
  const found = vms.filter((vm) => nameOf(vm).includes(wanted.trim().toLowerCase())).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const columns = { name: t('Name'), project: t('Project'), state: t('State') };
  return (
    <PageSection hasBodyWrapper={false}>
      <SearchInput aria-label={t('Find a virtual machine by name')} placeholder={t('Find by name')} value={wanted} onChange={(_event, value) => setWanted(value)} onClear={() => setWanted('')} />
      {found.length === 0 && <Content component="p">{t('No virtual machine has such a name.')}</Content>}
      <Table variant="compact" aria-label={t('Virtual machines')}>
        <Thead>
          <Tr>
            <Th>{columns.name}</Th>
            {!namespace && <Th>{columns.project}</Th>}
            <Th>{columns.state}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {found.slice(0, MOST_SHOWN).map((vm) => (
            <Tr key={uidOf(vm)}>
              <Td dataLabel={columns.name} modifier="breakWord">
                <Link to={exposePath(vm.metadata?.namespace ?? '', nameOf(vm))}>{nameOf(vm)}</Link>
              </Td>
              {!namespace && <Td dataLabel={columns.project}>{vm.metadata?.namespace}</Td>}
              <Td dataLabel={columns.state}>{vm.status?.printableStatus}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {found.length > MOST_SHOWN && (
        <Content component="small">{t('{{shown}} of {{count}} virtual machines are shown. Type a part of the name to find others.', { shown: MOST_SHOWN, count: found.length })}</Content>
      )}
    </PageSection>
  );
};
