import type { DraftProblemCode } from '../../domain/draft/draftProblems';
import type { Text } from '../useText';

/** A sentence that says what is wrong with a field and what it has to be. */
export function problemText(t: Text, code: DraftProblemCode): string {
  switch (code) {
    case 'service-name.empty':
      return t('Enter a name for the Service.');
    case 'service-name.length':
      return t('Enter at most 63 characters.');
    case 'service-name.grammar':
      return t('Enter lowercase letters, numbers, and hyphens. Start with a letter, and end with a letter or number.');
    case 'service-name.taken':
      return t('Enter another name. The project already has a Service with this name.');
    case 'port.empty':
      return t('Enter a port number.');
    case 'port.range':
      return t('Enter a port from 1 to 65535. For a range, add each port.');
    case 'port.duplicate':
      return t('Enter another port. This port and protocol are already in the list.');
    case 'port-name.grammar':
      return t('Enter at most 63 lowercase letters, numbers, and hyphens. Start and end with a letter or number.');
    case 'port-name.duplicate':
      return t('Enter another name. Another port already has this one.');
    case 'ports.none':
      return t('Add at least one port.');
    case 'target-port.grammar':
      return t('Enter a port from 1 to 65535, or a name of at most 15 lowercase letters, numbers, and hyphens.');
    case 'ip.grammar':
      return t('Enter IP addresses, for example 192.0.2.10 or 2001:db8::10. Separate them with commas.');
    case 'cidr.grammar':
      return t('Enter address ranges, for example 192.0.2.0/24. Separate them with commas.');
    case 'seconds.range':
      return t('Enter a number of seconds from 1 to 86400.');
    case 'class.grammar':
      return t('Enter a load balancer class, for example example.com/internal.');
    case 'annotation.key':
      return t(
        'Enter one key=value on each line. A key has letters, numbers, and "-", "_", or ".", and can start with a DNS name and "/".',
      );
    case 'annotation.duplicate':
      return t('Remove one of the annotations that have the same key.');
    case 'families.single-stack':
      return t('Select PreferDualStack or RequireDualStack for two IP families.');
    case 'external-name.empty':
      return t('Enter the DNS name that clients are sent to.');
    case 'external-name.grammar':
      return t('Enter a DNS name in lowercase, for example db.example.com.');
    case 'external-name.address':
      return t('Enter a DNS name. For an IP address, create a Service without a selector and an EndpointSlice.');
    case 'route.host':
      return t('Enter a host name in lowercase, for example shop.example.com.');
    case 'route.path':
      return t('Enter a path that starts with "/" and contains no spaces.');
    case 'route.passthrough-path':
      return t('Leave the path blank. With passthrough, the router cannot read it.');
    case 'route.protocol':
      return t('Select a TCP port. Routes do not support other protocols.');
    case 'route.ca':
      return t('Enter a certificate in PEM format that starts with -----BEGIN CERTIFICATE-----.');
    case 'route.port':
      return t('Select the port for the Route.');
    case 'route.taken':
      return t(
        'Enter another Service name. The project has a different Route with this name, and the Route is named like the Service.',
      );
    case 'node-port.number':
      return t('Enter a node port from 1 to 65535.');
    case 'node-port.range':
      return t('Enter a port in the node port range of the cluster.');
    case 'node-port.taken':
      return t('Enter another node port. Another Service in the project already uses it.');
    case 'node-port.duplicate':
      return t('Enter another node port. Another port in the list already uses it.');
    case 'hostname.length':
      return t('Enter a hostname of at most 63 characters.');
    case 'hostname.grammar':
      return t(
        'Enter lowercase letters, numbers, and hyphens, with a letter or number at both ends. Otherwise the VM cannot start.',
      );
    case 'hostname.identity':
      return t(
        'Select the VM by your own label. The label that KubeVirt maintains is its hostname, which would change.',
      );
    case 'timing.pod-restart':
      return t(
        'Select another time for the label, or the next restart for the other changes. A restart removes a label on the pod only.',
      );
    case 'label.key.empty':
      return t('Enter a label key.');
    case 'label.key.name':
      return t(
        'Enter letters, numbers, "-", "_", or ".", with a letter or number at both ends. A VM cannot start with an invalid label key.',
      );
    case 'label.key.name-length':
      return t('Enter at most 63 characters for the name of the label key.');
    case 'label.key.prefix':
      return t('Enter a DNS name in lowercase before the "/", for example example.com.');
    case 'label.key.prefix-length':
      return t('Enter at most 253 characters before the "/".');
    case 'label.key.reserved':
      return t('Enter another key. KubeVirt reserves this one.');
    case 'label.key.volatile':
      return t('Enter another key. The value of this label changes, and then the Service does not select the VM.');
    case 'label.key.fixed':
      return t('Enter another key, or select "This VM only". KubeVirt sets this label on the pod.');
    case 'label.value.grammar':
      return t(
        'Enter letters, numbers, "-", "_", or ".", with a letter or number at both ends. A VM cannot start with an invalid label value.',
      );
    case 'label.value.length':
      return t('Enter a label value of at most 63 characters.');
    case 'label.duplicate':
      return t('Enter another key. This one is already in the list.');
    case 'labels.none':
      return t('Add at least one label.');
    case 'service.none':
      return t('Select a Service.');
    case 'service.missing':
      return t('Select another Service. This one no longer exists.');
    case 'service.no-selector':
      return t('Select another Service. This one has no selector, so no label adds a VM to it.');
    case 'service.deleting':
      return t('Select another Service. This one is being deleted.');
    case 'service.of-other-vm':
      return t('Select another Service. This one selects a single VM by a label that only KubeVirt sets.');
    case 'service.changed':
      return t('Select which value to keep. Someone else changed a setting of this Service that you also change.');
    case 'service.another':
      return t(
        'Select another Service, or enter a new name. Someone else created a Service with this name, which is not changed.',
      );
    case 'vm.missing':
      return t('The virtual machine no longer exists.');
    case 'vm.none':
      return t('Select at least one virtual machine.');
    case 'vm.several-need-label':
      return t('Select the virtual machines by a label. Only a label can select more than one.');
    case 'vm.no-identity':
      return t('Start the virtual machine, or select it by a label. KubeVirt sets the ID label on a running pod only.');
  }
}
