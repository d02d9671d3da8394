import { nameOf } from '../objects';
import { isRestartUnderWay, liveVmi } from '../seen';
import type { Rule } from './rule';

export const vmRules: readonly Rule[] = [
  {
    code: 'V1', grade: 'blocks', hop: 'Pod',
    detect: ({ vm }) =>
      liveVmi(vm) || isRestartUnderWay(vm)
        ? undefined
        : { object: { kind: 'VirtualMachine', name: nameOf(vm.vm) }, field: 'status.printableStatus', actual: vm.vm.status?.printableStatus ?? '', needed: 'Running' },
  },
  {
    code: 'V3', grade: 'blocks', hop: 'Pod',
    detect: ({ vm }) => {
      const vmi = liveVmi(vm);
      const isChanging = vmi ? vmi.status?.phase !== 'Running' : isRestartUnderWay(vm);
      return isChanging
        ? { object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) }, field: 'status.phase', actual: vm.vmi?.status?.phase ?? '', needed: 'Running' }
        : undefined;
    },
  },
  {
    code: 'V4', grade: 'blocks', hop: 'Pod',
    detect: ({ vm }) =>
      (liveVmi(vm)?.status?.conditions ?? []).some(({ type, status }) => type === 'Paused' && status === 'True')
        ? { object: { kind: 'VirtualMachineInstance', name: nameOf(vm.vm) }, field: 'status.conditions[Paused]', actual: 'True', needed: 'False' }
        : undefined,
  },
];
