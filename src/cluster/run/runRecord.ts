import type { RunRecord } from '../../domain/plan/run';
import { keyOfVms } from '../../domain/draft/vmNames';

const keyOf = (namespace: string, vmNames: readonly string[]): string =>
  `expose-vm/run/${namespace}/${keyOfVms(vmNames)}`;

const isRecord = (value: unknown): value is RunRecord =>
  typeof value === 'object' && value !== null && 'runId' in value && 'draft' in value && 'replaced' in value;

/**
 * The run kept in this browser tab for just these VMs, or undefined when there is none or it cannot be read. A run of
 * the same VM in other company is another one.
 */
export function readRunRecord(namespace: string, vmNames: readonly string[]): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(namespace, vmNames)) ?? 'null');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the record before the first write of a run, so that a reload can look, plan and undo. */
export const keepRunRecord = (record: RunRecord): void =>
  sessionStorage.setItem(keyOf(record.draft.namespace, record.draft.vmNames), JSON.stringify(record));

/** Forgets the record when the run is over or undone. */
export const forgetRunRecord = ({ draft }: RunRecord): void =>
  sessionStorage.removeItem(keyOf(draft.namespace, draft.vmNames));
