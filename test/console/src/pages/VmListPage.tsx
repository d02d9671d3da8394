import { useState } from 'react';
import { useParams } from '@generation/router';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, AlertActionCloseButton, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { ResourceActionMenu } from '../plugins/ResourceActionMenu';
import { Loading } from '../shell/Loading';
import { VM_GVK } from '../vm-page/virtualMachine';
import { vmActions } from '../vm-page/vmActions';
import { VmBulkActions } from '../vm-page/VmBulkActions';
import { ResourceList } from './ResourceListPage';
import { useModelOfUrl } from './useModelOfUrl';

/** The virtualization plugin's own list, which has an address of its own, and menus that take actions of plugins. */
export function VmListPage(): JSX.Element {
  const { ns } = useParams();
  const [model] = useK8sModel(VM_GVK);
  const { isLoaded } = useModelOfUrl();
  const [refusal, setRefusal] = useState<string>();
  if (model) {
    return (
      <>
        {refusal && (
          <Alert
            actionClose={<AlertActionCloseButton onClose={() => setRefusal(undefined)} />}
            isInline
            title={refusal}
            variant="danger"
          />
        )}
        <ResourceList
          menus={{
            ofRow: (vm) => (
              <ResourceActionMenu gvk={VM_GVK} isKebab isOfVm resource={vm} stockActions={vmActions(vm, setRefusal)} />
            ),
            ofSelected: (vms) => <VmBulkActions onError={setRefusal} vms={vms} />,
          }}
          model={model}
          namespace={ns}
        />
      </>
    );
  }
  return isLoaded ? (
    <EmptyState data-test="no-kubevirt" headingLevel="h1" titleText="No KubeVirt">
      <EmptyStateBody>This cluster has no kind VirtualMachine of kubevirt.io/v1.</EmptyStateBody>
    </EmptyState>
  ) : (
    <Loading />
  );
}
