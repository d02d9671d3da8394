import type { VirtualMachine } from '../k8s/objects';

/** What a VM's printable status comes down to. */
export type VmStatusKind = 'running' | 'paused' | 'stopped' | 'failed' | 'changing' | 'unknown';

const KINDS: Readonly<Record<string, VmStatusKind>> = {
  Running: 'running',
  Paused: 'paused',
  Stopped: 'stopped',
  CrashLoopBackOff: 'failed',
  ErrorUnschedulable: 'failed',
  ErrImagePull: 'failed',
  ImagePullBackOff: 'failed',
  ErrorPvcNotFound: 'failed',
  DataVolumeError: 'failed',
  Unknown: 'unknown',
};

/**
 * Sorts `status.printableStatus` (kubevirt.io/api, core/v1 VirtualMachinePrintableStatus): whatever is not listed is on
 * its way to one of the others.
 */
export function vmStatusKind({ status }: Pick<VirtualMachine, 'status'>): VmStatusKind {
  const printable = status?.printableStatus;
  if (!printable) return 'unknown';
  return Object.hasOwn(KINDS, printable) ? (KINDS[printable] ?? 'unknown') : 'changing';
}
