import type { Finding } from '../domain/diagnosis/rule';
import type { Text } from './useText';

/** What a finding means and what to do about it, as whole sentences; field and values are shown beside it. */
export function findingText(t: Text, { code, grade, actual, needed, object }: Finding): string {
  switch (code) {
    case 'S1':
      return t('The Service has no selector and no endpoints, so it leads nowhere.');
    case 'S2':
      return t('This Service is only a DNS alias to {{actual}}; it selects no virtual machine.', { actual });
    case 'S3':
      return t('The selector asks for {{needed}}, and no label of this virtual machine says so.', { needed });
    case 'S4':
      return t('The label {{needed}} is in the VM template but not yet on what runs: it takes effect when the VM is restarted, or when it is applied without a restart.', { needed });
    case 'S5':
      return t('The label {{needed}} is on the VirtualMachine object itself. Such labels never reach the pod: it belongs in the template, at spec.template.metadata.labels.', { needed });
    case 'S6':
      return t('The label {{needed}} is on the VirtualMachineInstance but not on its pod, which is what the Service selects.', { needed });
    case 'S7':
      return t('It works now, but the label {{needed}} is not in the VM template: it is lost at the next restart.', { needed });
    case 'S8':
      return t('It works now, but the label {{needed}} is not on the VirtualMachineInstance: it is lost at the next live migration.', { needed });
    case 'S9':
      return t('The selector names the VM, but vm.kubevirt.io/name on the pod is the guest\'s hostname: {{actual}}.', { actual });
    case 'S10':
      return t('The pod was made by an older KubeVirt and has no vmi.kubevirt.io/id label until the VM is restarted or migrated.');
    case 'S11':
      return t('The selector uses {{actual}}, a label whose value changes by itself.', { actual });
    case 'V1':
      return t('The virtual machine does not run ({{actual}}), so it has no address.', { actual });
    case 'V3':
      return t('The virtual machine is starting or stopping.');
    case 'V4':
      return t('The virtual machine is paused. Unpause it to let traffic in again.');
    case 'P1':
      return t('The pod is not ready ({{actual}}), so the Service sends nothing to it.', { actual });
    case 'P2':
      return t('The virtual machine has no pod with an address.');
    case 'E1':
      return t('The Service selects the pod {{needed}} but has no endpoint for it yet.', { needed });
    case 'E2':
      return t('The endpoint is there but not ready.');
    case 'E4':
      return t('The endpoint\'s address {{actual}} is not this virtual machine\'s, which has {{needed}}.', { actual, needed });
    case 'N1':
      return t('The virtual machine {{name}} is not on the pod network, and Services reach nothing else.', { name: object.name });
    case 'N2':
      return t('The network interface lets only {{actual}} through to the guest; {{needed}} is missing in its ports list.', { actual, needed });
    case 'K1':
      return grade === 'blocks'
        ? t('No client is let in on {{needed}}: the network policies {{name}} select this virtual machine, and none of their rules allows it.', { needed, name: object.name })
        : t('Not every client is let in on {{needed}}: the network policies {{name}} select this virtual machine and allow only some.', { needed, name: object.name });
    case 'U1':
      return object.kind === 'Namespace'
        ? t('The project {{name}} is labelled for a primary user-defined network, but no such network was found. If there is one, what is checked on the default network may not hold.', { name: object.name })
        : t('The virtual machines of this project are on the user-defined network {{name}}, not on the cluster\'s default network.', { name: object.name });
    case 'U3':
      return t('The cluster IP of this Service can be reached only from pods and virtual machines of the same user-defined network; other projects, and perhaps Routes, cannot use it. A node port or a load balancer can be reached from elsewhere.');
    case 'U5':
      return t('A headless Service is not supported on a user-defined network: its names lead to addresses of the default network, where the virtual machine does not answer.');
    case 'U6':
      return t('The primary network {{name}} has the topology layer3. Virtual machines need layer2.', { name: object.name });
  }
}
