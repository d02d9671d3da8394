import { isFrom } from '../release';
import type { NavEntry } from './navTree';

export const DEFAULT_PERSPECTIVE = 'admin';
export const VIRTUALIZATION_PERSPECTIVE = 'virtualization-perspective';

/** What stands in the switch at the top of the navigation; the virtualization plugin has its own from 4.22 on. */
export const perspectives = [
  { id: DEFAULT_PERSPECTIVE, name: 'Core platform' },
  ...(isFrom('4.22') ? [{ id: VIRTUALIZATION_PERSPECTIVE, name: 'Virtualization' }] : []),
];

const section = (id: string, name: string): NavEntry => ({ id, name, kind: 'section' });

/**
 * The console's own entries under the ids that plugins name in insertAfter and insertBefore: those that the stand-in
 * has pages for, and those of the virtualization plugin, whose ids end in `-virt-perspective` in its own perspective.
 *
 * @param scope `ns/NAME` or `all-namespaces`
 */
export function stockNavigation(perspective: string, scope: string): NavEntry[] {
  const link = (id: string, name: string, path: string, inSection?: string): NavEntry => ({
    id,
    name,
    kind: 'link',
    href: path.startsWith('/') ? path : `/k8s/${scope}/${path}`,
    section: inSection,
  });
  const vms = `/k8s/${scope}/kubevirt.io~v1~VirtualMachine`;
  if (perspective === VIRTUALIZATION_PERSPECTIVE) {
    return [
      { ...link('virtualmachines-virt-perspective', 'VirtualMachines', 'virtualmachines'), startsWith: [vms] },
      link('templates-virt-perspective', 'Templates', 'templates'),
      link('virtualization-bootablevolumes-virt-perspective', 'Bootable volumes', 'bootablevolumes'),
      link('vmnetwork-virt-perspective', 'Virtual machine networks', 'vmnetworks'),
      section('network-virt-perspective', 'Networking'),
      link('services-virt-perspective', 'Services', 'services', 'network-virt-perspective'),
    ];
  }
  return [
    section('workloads', 'Workloads'),
    link('topology', 'Topology', `/topology/${scope}`, 'workloads'),
    link('pods', 'Pods', 'pods', 'workloads'),
    link('jobs', 'Jobs', 'jobs', 'workloads'),
    section('virtualization', 'Virtualization'),
    { ...link('virtualmachines', 'VirtualMachines', 'virtualmachines', 'virtualization'), startsWith: [vms] },
    link('templates', 'Templates', 'templates', 'virtualization'),
    link('virtualization-bootablevolumes', 'Bootable volumes', 'bootablevolumes', 'virtualization'),
    link('vmnetwork', 'Virtual machine networks', 'vmnetworks', 'virtualization'),
    section('networking', 'Networking'),
    link('services', 'Services', 'services', 'networking'),
    link('routes', 'Routes', 'routes', 'networking'),
    link('networkpolicies', 'NetworkPolicies', 'networkpolicies', 'networking'),
    section('compute', 'Compute'),
    link('nodes', 'Nodes', '/k8s/cluster/nodes', 'compute'),
    section('administration', 'Administration'),
    link('namespaces', 'Namespaces', '/k8s/cluster/namespaces', 'administration'),
  ];
}
