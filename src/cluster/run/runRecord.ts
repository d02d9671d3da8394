import { keyOfVms } from '../../domain/draft/vmNames';
import { isRunRecord } from '../../domain/plan/recordForm';
import type { RunRecord } from '../../domain/plan/run';
import { sessionStore } from '../port/sessionStore';

const RECORDS = sessionStore({ name: 'run', version: 2, isValid: isRunRecord });
const keyOf = (namespace: string, vmNames: readonly string[]): string => `${namespace}/${keyOfVms(vmNames)}`;

/**
 * The run kept in this browser tab for just these VMs, or undefined when there is none or it cannot be read. A run of
 * the same VM in other company is another one.
 */
export const readRunRecord = (namespace: string, vmNames: readonly string[]): RunRecord | undefined =>
  RECORDS.read(keyOf(namespace, vmNames));

/**
 * Keeps the record before the first write of a run, so that a reload can look, plan and undo.
 * @returns false where the tab's storage is full or forbidden: the run goes on all the same, only a reload loses it
 */
export const keepRunRecord = (record: RunRecord): boolean =>
  RECORDS.keep(keyOf(record.draft.namespace, record.draft.vmNames), record);

/** Forgets the record when the run is over or undone. */
export const forgetRunRecord = ({ draft }: RunRecord): void => RECORDS.forget(keyOf(draft.namespace, draft.vmNames));
