import { shellWords } from '../../k8s/shellQuote';
import { labelLayers } from '../../labels/labelLayers';
import { isMigrating, isPaused, restartObstacle, startObstacle } from '../../kubevirt/lifecycle';
import { labelValue, nameOf, type Labels } from '../../k8s/objects';
import { renewVm } from '../../plan/renewVm';
import { isRestartUnderWay, isStopUnderWay, liveVmi } from '../../k8s/seen';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf, virtctl } from './lookCommands';
import { isUsers } from './selector/selectorMatch';
import { vmiObject, vmObject } from './selector/whereFound';

/** What keeps the virtual machine itself from answering, or will change it. */
export interface VmFacts {
  V1: { readonly printableStatus: string };
  /** the message of the condition that says why; '' where none does */
  V2: { readonly printableStatus: string; readonly message: string };
  /** '' while there is no VMI yet */
  V3: { readonly phase: string; readonly isStopping: boolean };
  /** why, as virt-handler says it, such as `PausedByUser` */
  V4: { readonly reason: string };
  V5: { readonly phase: string };
  /** the node that the VM goes to; '' while it is not known */
  V6: { readonly targetNode: string };
  /** labels of the selector that the template has and the VMI has not */
  V7: { readonly pending: Labels };
}

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

/** False where the plan restarts or starts the VM: then another instance comes, whatever the one of now is doing. */
const isLeftAsItIs = ({ planned }: Situation): boolean => !planned?.restarts;

/** True where the VM says that it has an instance which could not be read. */
const isInstanceUnknown = ({ vm: { vm, vmi, arePodsUnknown } }: Situation): boolean =>
  !vmi && arePodsUnknown === true && vm.status?.created === true;

const printed = ({ vm }: Situation): string => vm.vm.status?.printableStatus ?? '';
const describe = (situation: Situation): string =>
  shellWords('oc', 'describe', 'virtualmachine', nameOf(situation.vm.vm), '-n', namespaceOf(situation));

/** What pauses the VM again as soon as someone unpauses it: failing storage, and a migration that is under way. */
const PAUSES_AGAIN = new Set(['PausedIOError', 'PausedByMigrationMonitor']);
const pauseReason = ({ vm }: Pick<Situation, 'vm'>): string =>
  (vm.vmi?.status?.conditions ?? []).find(({ type, status }) => type === 'Paused' && status === 'True')?.reason ?? '';

/** Why it is down, in virt-controller's words. */
const messageOf = ({ vm }: Situation): string => {
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

/** The labels of the selector that the template has and what runs does not have yet. */
function pendingOf({ service, vm }: Situation): Labels {
  const { template, vmi } = labelLayers(vm);
  return Object.fromEntries(
    Object.entries(service.spec?.selector ?? {}).filter(
      ([key, value]) => isUsers(key) && labelValue(template, key) === value && vmi && labelValue(vmi, key) !== value,
    ),
  );
}

export const vmRules: RulesOf<VmFacts> = [
  {
    code: 'V2',
    grade: 'blocking',
    hop: 'Pod',
    detect: (situation) =>
      CANNOT_START.has(printed(situation)) && liveVmi(situation.vm)?.status?.phase !== 'Running'
        ? {
            object: vmObject(situation),
            field: 'status.printableStatus',
            facts: { printableStatus: printed(situation), message: messageOf(situation) },
          }
        : undefined,
    command: describe,
  },
  {
    // its pod is over; RerunOnFailure brings a failed one back by itself and takes no start (409)
    code: 'V5',
    grade: 'blocking',
    hop: 'Pod',
    concerns: isLeftAsItIs,
    detect: (situation) => {
      const phase = situation.vm.vmi?.status?.phase ?? '';
      return ENDED.has(phase) && !isRestartUnderWay(situation.vm)
        ? { object: vmiObject(situation), field: 'status.phase', facts: { phase } }
        : undefined;
    },
    fix: ({ vm }) => (startObstacle(vm) ? [] : renewVm(vm, {}, {})),
    command: virtctl('start'),
  },
  {
    code: 'V1',
    grade: 'blocking',
    hop: 'Pod',
    concerns: isLeftAsItIs,
    detect: (situation) => {
      if (isInstanceUnknown(situation)) return { undecidedBy: ['pods'] };
      return liveVmi(situation.vm) || isRestartUnderWay(situation.vm) || isStopUnderWay(situation.vm)
        ? undefined
        : {
            // a Service may be made ahead for a VM that is to start later
            ...(situation.planned ? { grade: 'limitation' } : {}),
            object: vmObject(situation),
            field: 'status.printableStatus',
            facts: { printableStatus: printed(situation) },
          };
    },
    fix: ({ vm }) => (startObstacle(vm) ? [] : renewVm(vm, {}, {})),
    command: virtctl('start'),
  },
  {
    code: 'V3',
    grade: 'blocking',
    hop: 'Pod',
    concerns: isLeftAsItIs,
    detect: (situation) => {
      if (isInstanceUnknown(situation)) return { undecidedBy: ['pods'] };
      const vmi = liveVmi(situation.vm);
      const isStopping = isStopUnderWay(situation.vm);
      const isChanging = isStopping || (vmi ? vmi.status?.phase !== 'Running' : isRestartUnderWay(situation.vm));
      return isChanging
        ? {
            object: vmiObject(situation),
            field: 'status.phase',
            facts: { phase: situation.vm.vmi?.status?.phase ?? '', isStopping },
          }
        : undefined;
    },
    command: describe,
  },
  {
    code: 'V4',
    grade: 'blocking',
    hop: 'Pod',
    concerns: isLeftAsItIs,
    detect: (situation) =>
      isPaused(situation.vm)
        ? {
            object: vmiObject(situation),
            field: 'status.conditions[Paused]',
            facts: { reason: pauseReason(situation) },
          }
        : undefined,
    fix: ({ vm }) =>
      vm.vmi && !PAUSES_AGAIN.has(pauseReason({ vm }))
        ? [
            {
              id: `unpause/${nameOf(vm.vm)}`,
              kind: 'unpause',
              target: {
                kind: 'VirtualMachineInstance',
                namespace: vm.vm.metadata?.namespace ?? '',
                name: nameOf(vm.vm),
              },
            },
          ]
        : [],
    command: (situation) =>
      PAUSES_AGAIN.has(pauseReason(situation)) ? describe(situation) : virtctl('unpause', 'vm')(situation),
  },
  {
    // source and target pod may both be ready for a moment, or neither
    code: 'V6',
    grade: 'note',
    hop: 'Pod',
    detect: (situation) =>
      isMigrating(situation.vm)
        ? {
            object: vmiObject(situation),
            field: 'status.migrationState',
            facts: { targetNode: situation.vm.vmi?.status?.migrationState?.targetNode ?? '' },
          }
        : undefined,
    command: (situation) => shellWords('oc', 'get', 'virtualmachineinstancemigrations', '-n', namespaceOf(situation)),
  },
  {
    // a reboot inside the guest keeps the pod, and with it the labels of its beginning
    code: 'V7',
    grade: 'note',
    hop: 'Pod',
    concerns: ({ planned }) => !planned,
    detect: (situation) => {
      const pending = pendingOf(situation);
      return Object.keys(pending).length > 0
        ? { object: vmiObject(situation), field: 'metadata.labels', facts: { pending } }
        : undefined;
    },
    fix: (situation) => (restartObstacle(situation.vm) ? [] : renewVm(situation.vm, pendingOf(situation), {})),
    command: virtctl('restart'),
  },
];
