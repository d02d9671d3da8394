import { useEffect, useRef, useState } from 'react';
import { browserClock, sdkPort } from '../../cluster/port/sdkPort';
import { runClusterTest, type ClusterTestEnd } from '../../cluster/run/runClusterTest';
import { keepTestOutcome } from '../../cluster-test/useTestOutcomes';
import { clusterTestJob } from '../../domain/cluster-test/clusterTestJob';
import type { ClusterTestStage } from '../../domain/cluster-test/clusterTestStage';
import { checksOf, resultsByService, type ProjectTest } from '../../domain/cluster-test/projectTests';
import { testOutcomeOf } from '../../domain/cluster-test/testOutcome';

/** How many Jobs run at a time, each in a project of its own. */
const AT_A_TIME = 3;

/** How far the test of a project is. */
export interface ProjectProgress {
  readonly stage?: Extract<ClusterTestStage, { stage: 'waiting' }>;
  readonly end?: ClusterTestEnd;
}

/** Keeps what a log tells of each Service and each of its VMs, for the list and for opened rows. */
function keepOutcomes(test: ProjectTest, end: ClusterTestEnd): void {
  if (end.outcome !== 'ran') return;
  for (const { of, results } of resultsByService(test, end.log)) {
    const { service, endpointSlices, networkPolicies } = of;
    for (const vm of of.vms) {
      const tested = { service, vm, endpointSlices, networkPolicies };
      keepTestOutcome(tested, testOutcomeOf(results, tested, browserClock.now()));
    }
  }
}

/** Runs the tests of projects, one Job each and a few at a time; leaving the page cancels them. */
export function useProjectTests(): {
  /** by project; undefined before the start */
  readonly progress: ReadonlyMap<string, ProjectProgress> | undefined;
  readonly isRunning: boolean;
  readonly start: (tests: readonly ProjectTest[], image: string) => void;
  readonly cancel: () => void;
} {
  const [progress, setProgress] = useState<ReadonlyMap<string, ProjectProgress>>();
  const [isRunning, setRunning] = useState(false);
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = (tests: readonly ProjectTest[], image: string) => {
    // a button can be pressed twice before the page renders again
    if (abort.current) return;
    const page = new AbortController();
    abort.current = page;
    const tell = (namespace: string, of: ProjectProgress) =>
      setProgress((before) => new Map(before).set(namespace, of));
    setProgress(new Map());
    setRunning(true);
    const left = [...tests];
    const runNext = async (): Promise<void> => {
      for (let test = left.shift(); test !== undefined; test = left.shift()) {
        const { namespace } = test;
        if (page.signal.aborted) {
          tell(namespace, { end: { outcome: 'cancelled' } });
          continue;
        }
        tell(namespace, {});
        const job = clusterTestJob({ id: crypto.randomUUID(), namespace, image, checks: checksOf(test) });
        const end = await runClusterTest(job, sdkPort, browserClock, page.signal, (stage) =>
          tell(namespace, { stage }),
        );
        keepOutcomes(test, end);
        tell(namespace, { end });
      }
    };
    void Promise.all(Array.from({ length: AT_A_TIME }, runNext)).then(() => {
      abort.current = undefined;
      setRunning(false);
    });
  };
  return { progress, isRunning, start, cancel: () => abort.current?.abort() };
}
