import type { DraftProblemCode } from '../domain/draftProblems';
import type { Text } from './useText';

/** A sentence that says what is wrong with a field and what it has to be. */
export function problemText(t: Text, code: DraftProblemCode): string {
  switch (code) {
    case 'service-name.empty':
      return t('Enter a name for the Service.');
    case 'service-name.length':
      return t('A Service name has at most 63 characters.');
    case 'service-name.grammar':
      return t('A Service name begins with a lower case letter, ends with a letter or digit, and holds only lower case letters, digits and "-".');
    case 'service-name.taken':
      return t('A Service of this name exists in the project already. Choose another name.');
    case 'port.empty':
      return t('Enter a port number.');
    case 'port.range':
      return t('A port is a whole number from 1 to 65535.');
    case 'port.duplicate':
      return t('This port is listed already with the same protocol.');
    case 'port-name.grammar':
      return t('A port name has at most 63 characters: lower case letters, digits and "-", with a letter or digit at both ends.');
    case 'port-name.needed':
      return t('With several ports each one needs a name.');
    case 'port-name.duplicate':
      return t('Another port has this name already.');
    case 'ports.none':
      return t('Add at least one port.');
    case 'label.key.empty':
      return t('Enter a label key.');
    case 'label.key.name':
      return t('A label key holds only letters, digits, "-", "_" and ".", with a letter or digit at both ends. A VM with a bad label would not start again.');
    case 'label.key.name-length':
      return t('The name part of a label key has at most 63 characters.');
    case 'label.key.prefix':
      return t('The part before "/" in a label key is a DNS name in lower case, such as example.com.');
    case 'label.key.prefix-length':
      return t('The part before "/" in a label key has at most 253 characters.');
    case 'label.key.reserved':
      return t('KubeVirt keeps this label key for itself and refuses it in a VM.');
    case 'label.key.volatile':
      return t('The value of this label changes by itself, so the Service would lose the VM.');
    case 'label.key.fixed':
      return t('KubeVirt overwrites this label on the pod. Choose "Just this VM" to use it.');
    case 'label.value.grammar':
      return t('A label value holds only letters, digits, "-", "_" and ".", with a letter or digit at both ends. A VM with a bad label would not start again.');
    case 'label.value.length':
      return t('A label value has at most 63 characters.');
    case 'label.duplicate':
      return t('This label key is listed already.');
    case 'labels.none':
      return t('Add at least one label.');
    case 'service.none':
      return t('Choose the Service.');
    case 'service.missing':
      return t('The Service does not exist any more.');
    case 'service.no-selector':
      return t('This Service selects nothing, so no label could make it find a virtual machine.');
    case 'service.of-other-vm':
      return t('This Service selects one virtual machine by a label that only KubeVirt sets, so no other one can be added to it.');
    case 'vm.missing':
      return t('The virtual machine does not exist any more.');
    case 'vm.none':
      return t('Choose at least one virtual machine.');
    case 'vm.several-need-label':
      return t('Several virtual machines can be selected by a label only.');
    case 'vm.no-identity':
      return t('The virtual machine has no running pod whose label could be used. Start it, or select it by a label.');
  }
}
