import { Label, PageSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { usePluginInfo } from '@openshift/dynamic-plugin-sdk';
import type { FailedPluginInfoEntry } from '@openshift/dynamic-plugin-sdk';
import { DocumentTitle } from '../console-parts/DocumentTitle';
import ListPageHeader from '../console-parts/ListPageHeader';

/** Why a plugin failed, with what the loader gives as the cause. */
const reasonOf = ({ errorMessage, errorCause }: FailedPluginInfoEntry): string =>
  [errorMessage, errorCause instanceof Error ? errorCause.message : undefined].filter(Boolean).join(': ');

/** Which plugins loaded, and why others did not. */
export function PluginsPage(): JSX.Element {
  const plugins = usePluginInfo();
  return (
    <>
      <DocumentTitle>Plugins</DocumentTitle>
      <ListPageHeader title="Plugins" />
      <PageSection hasBodyWrapper={false}>
        <Table aria-label="Plugins" data-test="plugins" variant="compact">
          <Thead>
            <Tr>
              <Th>Name</Th>
              <Th>Version</Th>
              <Th>Status</Th>
              <Th>Reason</Th>
            </Tr>
          </Thead>
          <Tbody>
            {plugins.map((plugin) => (
              <Tr data-test={`plugin-${plugin.manifest.name}`} key={plugin.manifest.name}>
                <Td dataLabel="Name">{plugin.manifest.name}</Td>
                <Td dataLabel="Version">{plugin.manifest.version}</Td>
                <Td dataLabel="Status">
                  <Label
                    status={plugin.status === 'loaded' ? 'success' : plugin.status === 'failed' ? 'danger' : 'info'}
                  >
                    {plugin.status}
                  </Label>
                </Td>
                <Td dataLabel="Reason">{plugin.status === 'failed' ? reasonOf(plugin) : ''}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </PageSection>
    </>
  );
}
