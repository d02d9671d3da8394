import type { DraftProblemCode } from '../../domain/draft/draftProblems';
import type { Text } from '../useText';

/** A sentence that says what is wrong with a field and what it has to be. */
export function problemText(t: Text, code: DraftProblemCode): string {
  switch (code) {
    case 'service-name.empty':
      return t('Enter a name for the Service.');
    case 'service-name.length':
      return t('A Service name has at most 63 characters.');
    case 'service-name.grammar':
      return t(
        'A Service name begins with a lower case letter, ends with a letter or digit, and holds only lower case letters, digits and "-".',
      );
    case 'service-name.taken':
      return t('A Service of this name exists in the project already. Choose another name.');
    case 'port.empty':
      return t('Enter a port number.');
    case 'port.range':
      return t('A port is a whole number from 1 to 65535. A Service has no ranges: add a line for each port.');
    case 'port.duplicate':
      return t('This port is listed already with the same protocol.');
    case 'port-name.grammar':
      return t(
        'A port name has at most 63 characters: lower case letters, digits and "-", with a letter or digit at both ends.',
      );
    case 'port-name.needed':
      return t('Enter a name. Names are required when a Service has more than one port.');
    case 'port-name.duplicate':
      return t('Another port has this name already.');
    case 'ports.none':
      return t('Add at least one port.');
    case 'target-port.grammar':
      return t(
        'A target port is a number, or the name of a port of the pod: at most 15 lower case letters, digits and "-", with a letter among them.',
      );
    case 'ip.grammar':
      return t('Enter an IP address, such as 192.0.2.10 or 2001:db8::10. Several are separated by commas.');
    case 'cidr.grammar':
      return t('Enter a range of addresses, such as 192.0.2.0/24. Several are separated by commas.');
    case 'seconds.range':
      return t('Enter whole seconds, from 1 to 86400.');
    case 'class.grammar':
      return t('A load balancer class is a name such as example.com/internal.');
    case 'annotation.key':
      return t(
        'An annotation is written as key=value, one a line. A key holds letters, digits, "-", "_" and ".", with a DNS name and "/" before it if need be.',
      );
    case 'annotation.duplicate':
      return t('An annotation key is listed twice.');
    case 'families.single-stack':
      return t('Two IP families need the policy PreferDualStack or RequireDualStack.');
    case 'external-name.empty':
      return t('Enter the outside name that the Service is an alias of.');
    case 'external-name.grammar':
      return t('Enter a DNS name in lower case, such as db.example.com.');
    case 'external-name.address':
      return t(
        'Enter a DNS name. DNS does not resolve an address here; for an address create a Service without a selector and an EndpointSlice.',
      );
    case 'route.host':
      return t('A host is a DNS name in lower case, such as shop.example.com.');
    case 'route.path':
      return t('Enter a path that starts with "/" and contains no spaces.');
    case 'route.passthrough-path':
      return t('A passthrough Route cannot go by a path: the router does not see it.');
    case 'route.protocol':
      return t('A Route leads to TCP ports only.');
    case 'route.ca':
      return t('Enter a certificate in PEM form, beginning with -----BEGIN CERTIFICATE-----.');
    case 'route.port':
      return t('Choose the port that the Route leads to.');
    case 'route.taken':
      return t(
        'A Route of this name exists in the project already and does something else. Choose another name for the Service, which the Route gets too.',
      );
    case 'node-port.number':
      return t('A node port is a whole number from 1 to 65535.');
    case 'node-port.range':
      return t('This number is not in the node port range of the cluster.');
    case 'node-port.taken':
      return t('Another Service of the project has this node port already.');
    case 'node-port.duplicate':
      return t('Another port has this node port already.');
    case 'hostname.length':
      return t('A hostname has at most 63 characters.');
    case 'hostname.grammar':
      return t(
        'A hostname holds only lower case letters, digits and "-", with a letter or digit at both ends. A VM with a bad hostname would not start again.',
      );
    case 'hostname.identity':
      return t(
        'The label that tells this VM apart is its hostname, which would change. Select it by a label of your own.',
      );
    case 'timing.pod-restart':
      return t(
        'A label on the pod alone would be lost by the restart. Choose another time for the label, or the next restart for the rest.',
      );
    case 'label.key.empty':
      return t('Enter a label key.');
    case 'label.key.name':
      return t(
        'A label key holds only letters, digits, "-", "_" and ".", with a letter or digit at both ends. A VM with a bad label would not start again.',
      );
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
      return t('KubeVirt overwrites this label on the pod. Choose "This VM only" to use it.');
    case 'label.value.grammar':
      return t(
        'A label value holds only letters, digits, "-", "_" and ".", with a letter or digit at both ends. A VM with a bad label would not start again.',
      );
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
    case 'service.deleting':
      return t('This Service is being deleted. Choose another one.');
    case 'service.of-other-vm':
      return t(
        'This Service selects one virtual machine by a label that only KubeVirt sets, so no other one can be added to it.',
      );
    case 'service.changed':
      return t(
        'Somebody else has meanwhile changed this Service in a setting that you change too. Choose whose value it is to have.',
      );
    case 'service.another':
      return t(
        'Somebody else has meanwhile made another Service under this name. It is left as it is. Choose another Service or a new name.',
      );
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
