import { hasFields, isListOf, isMapOf, isText, type ChecksOf } from '../../domain/draft/form';
import { keyOfVms } from '../../domain/draft/vmNames';
import type { RunRecord } from '../../domain/plan/run';
import { sessionStore } from '../port/sessionStore';
import { readRunRecord } from './runRecord';

/** A run that gives each of several VMs a Service of its own: what outlives the page beside the record of each VM. */
export interface EachRecord {
  /** the id of each VM's run, for the VMs that it exposes */
  readonly runIds: Readonly<Record<string, string>>;
  /** VMs for which all was taken back */
  readonly undone: readonly string[];
}

const hasForm = hasFields({ runIds: isMapOf(isText), undone: isListOf(isText) } satisfies ChecksOf<EachRecord>);
const RECORDS = sessionStore({
  name: 'each-run',
  version: 1,
  isValid: (value: unknown): value is EachRecord => hasForm(value),
});
const keyOf = (namespace: string, vmNames: readonly string[]): string => `${namespace}/${keyOfVms(vmNames)}`;

/** The run that was started from the page for just these VMs, those that were left out among them. */
export const readEachRecord = (namespace: string, vmNames: readonly string[]): EachRecord | undefined =>
  RECORDS.read(keyOf(namespace, vmNames));

/** Keeps the record over a reload. */
export const keepEachRecord = (namespace: string, vmNames: readonly string[], record: EachRecord): boolean =>
  RECORDS.keep(keyOf(namespace, vmNames), record);

/** Forgets the record; those of the single VMs stay. */
export const forgetEachRecord = (namespace: string, vmNames: readonly string[]): void =>
  RECORDS.forget(keyOf(namespace, vmNames));

/** The records of the run's VMs; another run of a VM alone has taken the place of the one that is missing. */
export const recordsOfEach = (namespace: string, { runIds }: EachRecord): ReadonlyMap<string, RunRecord> =>
  new Map(
    Object.entries(runIds).flatMap(([vmName, runId]) => {
      const record = readRunRecord(namespace, [vmName]);
      return record?.runId === runId ? [[vmName, record] as const] : [];
    }),
  );
