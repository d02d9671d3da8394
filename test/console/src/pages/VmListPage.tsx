import { useParams } from 'react-router';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { Loading } from '../shell/Loading';
import { VM_GVK } from '../vm-page/virtualMachine';
import { ResourceList } from './ResourceListPage';
import { useModelOfUrl } from './useModelOfUrl';

/** The virtualization plugin's own list, which has an address of its own. */
export function VmListPage(): JSX.Element {
  const { ns } = useParams();
  const [model] = useK8sModel(VM_GVK);
  const { isLoaded } = useModelOfUrl();
  if (model) {
    return <ResourceList model={model} namespace={ns} />;
  }
  return isLoaded ? (
    <EmptyState data-test="no-kubevirt" headingLevel="h1" titleText="No KubeVirt">
      <EmptyStateBody>This cluster has no kind VirtualMachine of kubevirt.io/v1.</EmptyStateBody>
    </EmptyState>
  ) : (
    <Loading />
  );
}
