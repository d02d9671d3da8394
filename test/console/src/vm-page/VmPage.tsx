import { useState } from 'react';
import {
  Alert,
  AlertActionCloseButton,
  Breadcrumb,
  BreadcrumbItem,
  Flex,
  FlexItem,
  Label,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Link, useParams } from '@generation/router';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import { DocumentTitle } from '../console-parts/DocumentTitle';
import { NamespaceBar } from '../console-parts/NamespaceBar';
import { ResourceIcon } from '../console-parts/ResourceIcon';
import { WatchFailure } from '../pages/WatchFailure';
import { ResourceActionMenu } from '../plugins/ResourceActionMenu';
import { Loading } from '../shell/Loading';
import { VM_GVK } from './virtualMachine';
import type { VirtualMachine } from './virtualMachine';
import { vmActions } from './vmActions';
import { VmTabs } from './VmTabs';

/**
 * A VM's page. It stands for the one of the virtualization plugin, which is not made of the SDK's parts:
 * its tabs follow rules of their own (see VmTabs).
 */
export function VmPage(): JSX.Element {
  const { ns: namespace = '', name = '' } = useParams();
  const [vm, loaded, error] = useK8sWatchResource<VirtualMachine>({ groupVersionKind: VM_GVK, name, namespace });
  const [hasBeenLoaded, setHasBeenLoaded] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  if (loaded && !hasBeenLoaded) {
    setHasBeenLoaded(true);
  }

  if (error) {
    return <WatchFailure error={error as Error} what={`VirtualMachine ${name}`} />;
  }
  // Only the first time: afterwards the tabs stay while the object is replaced, whatever it is meanwhile.
  if (!hasBeenLoaded) {
    return <Loading />;
  }
  return (
    <>
      <DocumentTitle>{`${name} · VirtualMachine details`}</DocumentTitle>
      <NamespaceBar />
      <PageSection hasBodyWrapper={false}>
        <Breadcrumb>
          <BreadcrumbItem>
            <Link to={`/k8s/ns/${namespace}/virtualmachines`}>VirtualMachines</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>VirtualMachine details</BreadcrumbItem>
        </Breadcrumb>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
          <Flex alignItems={{ default: 'alignItemsCenter' }} spaceItems={{ default: 'spaceItemsSm' }}>
            <ResourceIcon groupVersionKind={VM_GVK} />
            <Title data-test="vm-name" headingLevel="h1">
              {name}
            </Title>
            <Label color={vm?.status?.printableStatus === 'Running' ? 'green' : 'grey'} data-test="vm-status">
              {vm?.status?.printableStatus ?? 'Unknown'}
            </Label>
          </Flex>
          <FlexItem>
            {vm?.metadata && (
              <ResourceActionMenu gvk={VM_GVK} isOfVm resource={vm} stockActions={vmActions(vm, setRefusal)} />
            )}
          </FlexItem>
        </Flex>
        {refusal && (
          <Alert
            actionClose={<AlertActionCloseButton onClose={() => setRefusal(undefined)} />}
            isInline
            title={refusal}
            variant="danger"
          />
        )}
      </PageSection>
      <VmTabs name={name} namespace={namespace} vm={vm} />
    </>
  );
}
