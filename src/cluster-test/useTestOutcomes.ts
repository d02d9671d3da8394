import { useEffect, useState } from 'react';
import { sessionStore } from '../cluster/port/sessionStore';
import { stateTested, type TestedObjects } from '../domain/cluster-test/testedState';
import type { TestOutcome } from '../domain/cluster-test/testOutcome';
import { uidOf } from '../domain/k8s/objects';

/** The outcome of the last test of a Service and a VM, with the state of the objects that it was about. */
interface Kept {
  readonly state: string;
  readonly outcome: TestOutcome;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'state' in value && 'outcome' in value;
const store = sessionStore<Kept>({ name: 'test-outcome', version: 1, isValid: isKept });
const keyOf = ({ service, vm }: TestedObjects): string => `${uidOf(service) ?? ''}/${uidOf(vm.vm) ?? ''}`;
const listeners = new Set<() => void>();

/** Keeps the outcome of a test for this browser tab, and tells all who show it. */
export function keepTestOutcome(tested: TestedObjects, outcome: TestOutcome): void {
  store.keep(keyOf(tested), { state: stateTested(tested), outcome });
  listeners.forEach((tell) => tell());
}

/** The outcome of the last connection test of a Service and a VM; undefined where none holds. */
export type FindTestOutcome = (tested: TestedObjects) => TestOutcome | undefined;

const find: FindTestOutcome = (tested) => {
  const kept = store.read(keyOf(tested));
  return kept && kept.state === stateTested(tested) ? kept.outcome : undefined;
};

/**
 * Looks up the outcomes of connection tests; the component is drawn again after each test. An outcome holds as long as
 * Service, pods, endpoints and network policies are as they were. Hand it to `hopPath`, which knows what it means.
 * @returns a function for one Service and one VM, so that a list asks for each of its rows; it is another function
 *   after each test
 */
export function useTestOutcomes(): FindTestOutcome {
  const [asked, ask] = useState<{ readonly find: FindTestOutcome }>({ find });
  useEffect(() => {
    const tell = () => ask({ find: (tested) => find(tested) });
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  return asked.find;
}
