import type { RunRecord } from '../domain/run';

const keyOf = (namespace: string, vmName: string): string => `expose-vm/run/${namespace}/${vmName}`;

const isRecord = (value: unknown): value is RunRecord =>
  typeof value === 'object' && value !== null && 'runId' in value && 'draft' in value && 'replaced' in value;

/** The run kept for a VM in this browser tab, or undefined when there is none or it cannot be read. */
export function readRunRecord(namespace: string, vmName: string): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(namespace, vmName)) ?? 'null');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the record before the first write of a run, so that a reload can look, plan and undo. */
export const keepRunRecord = (record: RunRecord): void =>
  record.draft.vmNames.forEach((name) => sessionStorage.setItem(keyOf(record.draft.namespace, name), JSON.stringify(record)));

/** Forgets the record when the run is over or undone. */
export const forgetRunRecord = (record: RunRecord): void =>
  record.draft.vmNames.forEach((name) => sessionStorage.removeItem(keyOf(record.draft.namespace, name)));
