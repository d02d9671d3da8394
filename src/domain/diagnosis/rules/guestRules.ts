import { traitsOf } from '../../k8s/exposedTypes';
import { shellWords } from '../../k8s/shellQuote';
import { clientCommand, targetsOf } from '../../cluster-test/clientCommands';
import { nameOf } from '../../k8s/objects';
import { liveVmi } from '../../k8s/seen';
import type { RulesOf } from '../rule';
import { virtctl } from './lookCommands';
import { vmiObject } from './selector/whereFound';

export interface GuestFacts {
  /** what has to listen in the guest; a target may be a port by name */
  G1: { readonly targets: readonly { readonly target: string | number; readonly protocol: string }[] };
}

/** What is left when everything before the guest is right: whether something listens there, and lets strangers in. */
export const guestRules: RulesOf<GuestFacts> = [
  {
    code: 'G1',
    grade: 'note',
    hop: 'guest',
    concerns: ({ service, vm }) => traitsOf(service).selectsPods && liveVmi(vm) !== undefined,
    detect: (situation) => ({
      object: vmiObject(situation),
      field: '',
      facts: {
        targets: (situation.service.spec?.ports ?? []).map(({ port, targetPort, protocol = 'TCP' }) => ({
          target: targetPort ?? port,
          protocol,
        })),
      },
    }),
    command: (situation) => {
      const { service, vm } = situation;
      const namespace = vm.vm.metadata?.namespace ?? '';
      const [target] = targetsOf(service, `${nameOf(service)}.${namespace}`);
      const client = target && (clientCommand(target) ?? shellWords('nc', '-vz', target.host, String(target.port)));
      return [...(client ? [client] : []), virtctl('console')(situation)].join('\n');
    },
  },
];
