import type { Finding } from '../domain/diagnosis/rule';
import type { Text } from './useText';

/** Words the findings about selector and labels (S), virtual machine (V), pod (P), endpoints (E) and what is around them (A); undefined for other codes. */
export function machineFindingText(t: Text, { code, actual, needed }: Finding): string | undefined {
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
    default:
      return undefined;
  }
}
