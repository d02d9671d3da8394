import { EmptyState, PageSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import Timestamp from '../console-parts/Timestamp';
import { useReadableList } from '../kubernetes/useReadableList';

interface Event extends K8sResourceCommon {
  type?: string;
  reason?: string;
  message?: string;
  lastTimestamp?: string;
  involvedObject?: { name?: string };
}

const EVENT_GVK = { version: 'v1', kind: 'Event' };

/** What happened to an object (and, for a VM, to the instance of the same name). */
export function EventsTab({ obj }: { obj?: K8sResourceCommon }): JSX.Element {
  const { name = '', namespace } = obj?.metadata ?? {};
  const events = useReadableList<Event>(EVENT_GVK, namespace, { fieldSelector: `involvedObject.name=${name}` });
  const newestFirst = [...events.items].sort((one, other) =>
    (other.lastTimestamp ?? '').localeCompare(one.lastTimestamp ?? ''),
  );
  if (events.isDenied || (events.isLoaded && newestFirst.length === 0)) {
    return (
      <EmptyState
        headingLevel="h2"
        titleText={events.isDenied ? 'You do not have the right to list events here.' : 'No events'}
      />
    );
  }
  return (
    <PageSection hasBodyWrapper={false}>
      <Table aria-label="Events" variant="compact">
        <Thead>
          <Tr>
            <Th>Type</Th>
            <Th>Reason</Th>
            <Th>Message</Th>
            <Th>Last seen</Th>
          </Tr>
        </Thead>
        <Tbody>
          {newestFirst.map((event) => (
            <Tr key={event.metadata?.uid}>
              <Td dataLabel="Type">{event.type}</Td>
              <Td dataLabel="Reason">{event.reason}</Td>
              <Td dataLabel="Message">{event.message}</Td>
              <Td dataLabel="Last seen">
                <Timestamp timestamp={event.lastTimestamp ?? event.metadata?.creationTimestamp} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </PageSection>
  );
}
