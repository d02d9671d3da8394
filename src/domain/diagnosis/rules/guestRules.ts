import { shellWords } from '../../k8s/shellQuote';
import { clientCommand, targetsOf } from '../../cluster-test/clientCommands';
import { namespaceOf, nameOf } from '../../k8s/objects';
import { liveVmi } from '../../k8s/seen';
import type { Rule } from '../rule';

/** What is left when everything before the guest is right: whether something listens there, and lets strangers in. */
export const guestRules: readonly Rule[] = [
  {
    code: 'G1',
    grade: 'info',
    hop: 'guest',
    concerns: ({ service, vm }) => service.spec?.type !== 'ExternalName' && liveVmi(vm) !== undefined,
    detect: ({ service, vm }) => ({
      object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) },
      field: '',
      actual: '',
      needed: (service.spec?.ports ?? [])
        .map(({ port, targetPort, protocol }) => `${String(targetPort ?? port)}/${protocol ?? 'TCP'}`)
        .join(', '),
    }),
    command: ({ service, vm }) => {
      const namespace = namespaceOf(vm.vm);
      const [target] = targetsOf(service, `${nameOf(service)}.${namespace}`);
      const client = target && (clientCommand(target) ?? shellWords('nc', '-vz', target.host, String(target.port)));
      return [...(client ? [client] : []), shellWords('virtctl', 'console', nameOf(vm.vm), '-n', namespace)].join('\n');
    },
  },
];
