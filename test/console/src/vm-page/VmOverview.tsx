import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Grid,
  GridItem,
  PageSection,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { LabelList } from '../pages/LabelList';
import { ResourceLink } from '../console-parts/ResourceLink';
import Timestamp from '../console-parts/Timestamp';
import { ServicesCard } from './ServicesCard';
import { VMI_GVK } from './virtualMachine';
import type { VirtualMachine, VirtualMachineInstance } from './virtualMachine';

function Detail({ term, children }: { term: string; children: ReactNode }): JSX.Element {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

/** The stock first tab: what the VM is, where it runs, which Services its template's labels match. */
export function VmOverview({ obj: vm }: { obj?: VirtualMachine }): JSX.Element {
  const { name, namespace } = vm?.metadata ?? {};
  const isThere = vm?.status?.printableStatus !== undefined && vm.status.printableStatus !== 'Stopped';
  const [vmi] = useK8sWatchResource<VirtualMachineInstance>(
    isThere && name ? { groupVersionKind: VMI_GVK, name, namespace } : null,
  );
  const addresses =
    vmi?.status?.interfaces?.flatMap((nic) => nic.ipAddresses ?? (nic.ipAddress ? [nic.ipAddress] : [])) ?? [];
  return (
    <PageSection hasBodyWrapper={false}>
      <Grid hasGutter>
        <GridItem lg={7}>
          <Card data-test="details">
            <CardTitle>Details</CardTitle>
            <CardBody>
              <DescriptionList columnModifier={{ md: '2Col' }}>
                <Detail term="Name">{name}</Detail>
                <Detail term="Status">{vm?.status?.printableStatus ?? '-'}</Detail>
                <Detail term="Namespace">{namespace}</Detail>
                <Detail term="IP address">
                  <span data-test="vm-ip">{addresses.join(', ') || '-'}</span>
                </Detail>
                <Detail term="Created">
                  <Timestamp timestamp={vm?.metadata?.creationTimestamp} />
                </Detail>
                <Detail term="Node">
                  {vmi?.status?.nodeName ? (
                    <ResourceLink groupVersionKind={{ version: 'v1', kind: 'Node' }} name={vmi.status.nodeName} />
                  ) : (
                    '-'
                  )}
                </Detail>
                <Detail term="Labels">
                  <LabelList labels={vm?.metadata?.labels} />
                </Detail>
                <Detail term="Template labels">
                  <LabelList labels={vm?.spec?.template?.metadata?.labels} />
                </Detail>
              </DescriptionList>
            </CardBody>
          </Card>
        </GridItem>
        <GridItem lg={5}>{namespace && <ServicesCard namespace={namespace} vm={vm} />}</GridItem>
      </Grid>
    </PageSection>
  );
}
