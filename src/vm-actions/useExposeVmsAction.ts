import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { MAX_VMS, MAX_VMS_EACH } from '../domain/draft/vmNames';
import { exposeEachPath, exposePath } from '../ui/paths';
import { useText } from '../ui/useText';
import type { ListedObject } from './listedObject';
import { requestNote } from './requestNote';

const unavailable = (): void => undefined;

/**
 * The action of the VMs that are selected in the VM list, in its bulk Actions: it opens the wizard for all of them. The
 * console calls this as a hook (`console.action/provider` with the context `kubevirt.io~v1~VirtualMachine[]`) when the
 * menu is hovered or focused.
 * @param vms the selected VMs, in a new array on every render
 * @returns a disabled action, with the reason, for VMs of several projects and for more VMs than the wizard takes; none
 * when nothing is selected, or a VM of another cluster
 */
const useExposeVmsAction = (
  vms: readonly ListedObject[] | undefined = [],
): [actions: Action[], loaded: boolean, error: undefined] => {
  const t = useText();
  const count = vms.some(({ cluster }) => cluster) ? 0 : vms.length;
  const isOfOneProject = new Set(vms.map(({ metadata }) => metadata?.namespace)).size === 1;
  const namespace = vms[0]?.metadata?.namespace ?? '';
  const names = vms.map(({ metadata }) => metadata?.name ?? '');
  // one Service takes fewer VMs than a run with one for each
  const href = count > MAX_VMS ? exposeEachPath(namespace, ...names) : exposePath(namespace, ...names);
  const note = requestNote(t, namespace);
  // the console compares by identity: a new array on every render makes its menu render without end
  const actions = useMemo((): Action[] => {
    if (count === 0) return [];
    const action = { id: 'expose-vms', label: t('Expose VMs') };
    if (!isOfOneProject) {
      const description = t('Select VMs of one project. A Service reaches only VMs in its own project.');
      return [{ ...action, disabled: true, description, cta: unavailable }];
    }
    if (count > MAX_VMS_EACH) {
      const description = t('Select up to {{most}} VMs.', { most: MAX_VMS_EACH });
      return [{ ...action, disabled: true, description, cta: unavailable }];
    }
    return [{ ...action, ...(note ? { description: note } : {}), cta: { href } }];
  }, [t, count, isOfOneProject, href, note]);
  return [actions, true, undefined];
};

export default useExposeVmsAction;
