import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceLink } from '../console-parts/ResourceLink';
import { useReadableList } from '../kubernetes/useReadableList';
import { ResourceActionMenu } from '../plugins/ResourceActionMenu';
import type { VirtualMachine } from './virtualMachine';

interface Service extends K8sResourceCommon {
  spec?: { type?: string; clusterIP?: string; selector?: Record<string, string> };
}

const SERVICE_GVK = { version: 'v1', kind: 'Service' };

/**
 * The stock card compares selectors with the labels of the VM's template only: a Service that selects a
 * label KubeVirt itself puts on the pod (such as vmi.kubevirt.io/id) is not listed, though it works.
 */
function selectsByTemplate({ spec }: Service, vm: VirtualMachine | undefined): boolean {
  const selector = Object.entries(spec?.selector ?? {});
  const labels = vm?.spec?.template?.metadata?.labels ?? {};
  return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
}

/** Services of the VM, each with the menu that plugins fill. */
export function ServicesCard({ vm, namespace }: { vm?: VirtualMachine; namespace: string }): JSX.Element {
  const services = useReadableList<Service>(SERVICE_GVK, namespace);
  const mine = services.items.filter((service) => selectsByTemplate(service, vm));
  return (
    <Card data-test="services-card">
      <CardTitle>Services ({mine.length})</CardTitle>
      <CardBody>
        {services.isDenied && 'You do not have the right to list Services in this project.'}
        {services.isLoaded && mine.length === 0 && 'No Services found for this VirtualMachine.'}
        {mine.length > 0 && (
          <Table aria-label="Services" borders={false} gridBreakPoint="" variant="compact">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>Type</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {mine.map((service) => (
                <Tr key={service.metadata?.uid}>
                  <Td>
                    <ResourceLink groupVersionKind={SERVICE_GVK} name={service.metadata?.name} namespace={namespace} />
                  </Td>
                  <Td>{service.spec?.type}</Td>
                  <Td isActionCell>
                    <ResourceActionMenu gvk={SERVICE_GVK} isKebab resource={service} stockActions={[]} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
