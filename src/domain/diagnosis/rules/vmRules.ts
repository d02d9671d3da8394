import { labelLayers } from '../../labels/labelLayers';
import { isMigrating, isPaused, restartObstacle, startObstacle } from '../../k8s/lifecycle';
import { refOf, namespaceOf, labelValue, nameOf } from '../../k8s/objects';
import { renewVm } from '../../plan/renewVm';
import { isRestartUnderWay, liveVmi } from '../../k8s/seen';
import type { Finding, Rule, Situation } from '../rule';
import { oc, virtctl } from '../../k8s/oc';

/** What virt-controller prints of a VM that cannot come up (kubevirt v1.8.4, `VirtualMachinePrintableStatus`). */
const CANNOT_START = new Set([
  'ErrorUnschedulable',
  'CrashLoopBackOff',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
  'WaitingForVolumeBinding',
  'Provisioning',
  'WaitingForReceiver',
]);
const ENDED = new Set(['Succeeded', 'Failed']);

const printed = ({ vm }: Situation): string => vm.vm.status?.printableStatus ?? '';
const vmObject = ({ vm }: Situation): Finding['object'] => ({ kind: 'VirtualMachine', name: nameOf(vm.vm) });
const vmiObject = ({ vm }: Situation): Finding['object'] => ({ kind: 'VirtualMachineInstance', name: nameOf(vm.vm) });
const describe = (situation: Situation): string => oc.describe(refOf('VirtualMachine', situation.vm.vm));
const vmCommand =
  (verb: string, ...more: string[]) =>
  (situation: Situation): string =>
    virtctl([verb, ...more], refOf('VirtualMachine', situation.vm.vm));

/** Why it is down, in virt-controller's words. */
const reasonOf = ({ vm }: Situation): string => {
  const conditions = (vm.vm.status?.conditions ?? []) as readonly { type: string; status: string; message?: string }[];
  return (
    conditions.find(
      ({ type, status, message }) =>
        (type === 'Failure' || type === 'Ready') &&
        (type === 'Failure' ? status === 'True' : status === 'False') &&
        message,
    )?.message ?? ''
  );
};

export const vmRules: readonly Rule[] = [
  {
    code: 'V2',
    grade: 'blocks',
    hop: 'Pod',
    detect: (situation) =>
      CANNOT_START.has(printed(situation)) && liveVmi(situation.vm)?.status?.phase !== 'Running'
        ? {
            object: vmObject(situation),
            field: 'status.printableStatus',
            actual: [printed(situation), reasonOf(situation)].filter(Boolean).join(': '),
            needed: 'Running',
          }
        : undefined,
    command: describe,
  },
  {
    // its pod is over; RerunOnFailure brings a failed one back by itself and takes no start (409)
    code: 'V5',
    grade: 'blocks',
    hop: 'Pod',
    detect: (situation) => {
      const phase = situation.vm.vmi?.status?.phase ?? '';
      return ENDED.has(phase) && !isRestartUnderWay(situation.vm)
        ? { object: vmiObject(situation), field: 'status.phase', actual: phase, needed: 'Running' }
        : undefined;
    },
    fix: ({ vm }) => (startObstacle(vm) ? [] : renewVm(vm, {}, {})),
    command: vmCommand('start'),
  },
  {
    code: 'V1',
    grade: 'blocks',
    hop: 'Pod',
    detect: (situation) =>
      liveVmi(situation.vm) || isRestartUnderWay(situation.vm)
        ? undefined
        : {
            object: vmObject(situation),
            field: 'status.printableStatus',
            actual: printed(situation),
            needed: 'Running',
          },
    fix: ({ vm }) => (startObstacle(vm) ? [] : renewVm(vm, {}, {})),
    command: vmCommand('start'),
  },
  {
    code: 'V3',
    grade: 'blocks',
    hop: 'Pod',
    detect: (situation) => {
      const vmi = liveVmi(situation.vm);
      const isChanging = vmi ? vmi.status?.phase !== 'Running' : isRestartUnderWay(situation.vm);
      return isChanging
        ? {
            object: vmiObject(situation),
            field: 'status.phase',
            actual: situation.vm.vmi?.status?.phase ?? '',
            needed: 'Running',
          }
        : undefined;
    },
    command: describe,
  },
  {
    code: 'V4',
    grade: 'blocks',
    hop: 'Pod',
    detect: (situation) =>
      isPaused(situation.vm)
        ? { object: vmiObject(situation), field: 'status.conditions[Paused]', actual: 'True', needed: 'False' }
        : undefined,
    fix: ({ vm }) =>
      vm.vmi
        ? [
            {
              id: `unpause/${nameOf(vm.vm)}`,
              kind: 'unpause',
              target: {
                kind: 'VirtualMachineInstance',
                namespace: namespaceOf(vm.vm),
                name: nameOf(vm.vm),
              },
            },
          ]
        : [],
    command: vmCommand('unpause', 'vm'),
  },
  {
    // source and target pod may both be ready for a moment, or neither
    code: 'V6',
    grade: 'info',
    hop: 'Pod',
    detect: (situation) =>
      isMigrating(situation.vm)
        ? {
            object: vmiObject(situation),
            field: 'status.migrationState',
            actual: situation.vm.vmi?.status?.migrationState?.targetNode ?? '',
            needed: '',
          }
        : undefined,
    command: (situation) => oc.list('virtualmachineinstancemigrations', namespaceOf(situation.vm.vm)),
  },
  {
    // a reboot inside the guest keeps the pod, and with it the labels of its beginning
    code: 'V7',
    grade: 'info',
    hop: 'Pod',
    concerns: ({ planned }) => !planned,
    detect: (situation) => {
      const { template, vmi } = labelLayers(situation.vm);
      const pending = Object.entries(situation.service.spec?.selector ?? {}).filter(
        ([key, value]) => labelValue(template, key) === value && vmi && labelValue(vmi, key) !== value,
      );
      return pending.length > 0
        ? {
            object: vmiObject(situation),
            field: 'metadata.labels',
            actual: '',
            needed: pending.map(([key, value]) => `${key}=${value}`).join(','),
          }
        : undefined;
    },
    fix: (situation) =>
      restartObstacle(situation.vm) ? [] : renewVm(situation.vm, situation.service.spec?.selector ?? {}, {}),
    command: vmCommand('restart'),
  },
];
