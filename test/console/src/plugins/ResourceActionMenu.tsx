import type { Action, K8sGroupVersionKind, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { isResourceActionProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useExtensions } from '../console-parts/extensions';
import { isModelOf } from '../kubernetes/modelNames';
import { ActionMenu } from './ActionMenu';
import { VM_MENUS_TAKE_ACTIONS } from './menuContexts';
import { providerFor } from './ProvidedActions';

interface ResourceActionMenuProps {
  resource: K8sResourceCommon;
  gvk: K8sGroupVersionKind;
  stockActions: Action[];
  /**
   * A menu of the virtualization plugin: what other plugins provide comes after its own actions instead of replacing
   * them.
   */
  isOfVm?: boolean;
  isKebab?: boolean;
}

/**
 * The menu of one object, with the actions of `console.action/resource-provider` extensions for its kind. In the
 * console's generic menus these replace the stock actions; the VM menus of the virtualization plugin keep both.
 */
export function ResourceActionMenu({
  resource,
  gvk,
  stockActions,
  isOfVm = false,
  isKebab = false,
}: ResourceActionMenuProps): JSX.Element | null {
  const providers = useExtensions(isResourceActionProvider)
    .filter(({ properties }) => isModelOf(properties.model, gvk) && (!isOfVm || VM_MENUS_TAKE_ACTIONS))
    .map((extension) => providerFor(extension, resource));
  return (
    <ActionMenu
      isKebab={isKebab}
      label={`Actions of ${resource.metadata?.name}`}
      providers={providers}
      stockActions={isOfVm || providers.length === 0 ? stockActions : []}
    />
  );
}
