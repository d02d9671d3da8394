import { Content, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { labelsOf, nameOf } from '../domain/k8s/objects';
import { livePod, type SeenVm } from '../domain/k8s/seen';
import { selectorText } from '../domain/labels/selector';
import { useText } from '../ui/useText';

/** Says that no Service reaches the VM, and why: what a Service could select, and which labels do not count. */
export const NoService = ({ vm }: { vm: SeenVm }) => {
  const t = useText();
  const name = nameOf(vm.vm);
  const pod = livePod(vm);
  const ownLabels = selectorText(labelsOf(vm.vm));
  return (
    <EmptyState
      headingLevel="h3"
      titleText={
        vm.arePodsUnknown ? t('No Services found for {{name}}', { name }) : t('No Service reaches {{name}}', { name })
      }
    >
      <EmptyStateBody>
        <Content component="p">
          {pod
            ? t('No Service in this project selects the labels of pod {{pod}}.', { pod: nameOf(pod) })
            : vm.arePodsUnknown
              ? t('Not checked: which Services select this virtual machine. Its pod could not be read.')
              : t('The virtual machine has no running pod that a Service could select.')}
        </Content>
        {ownLabels && (
          <Content component="p">
            {t(
              'Labels on the VirtualMachine ({{labels}}) are not copied to its pod. Services can select only labels in spec.template.metadata.labels.',
              { labels: ownLabels },
            )}
          </Content>
        )}
      </EmptyStateBody>
    </EmptyState>
  );
};
