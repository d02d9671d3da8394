import { useEffect, useRef, useState } from 'react';
import { runClusterTest, type ClusterTestEnd } from '../cluster/run/runClusterTest';
import { browserClock, sdkPort } from '../cluster/port/sdkPort';
import type { ClusterTestRequest } from '../domain/cluster-test/clusterTestJob';
import { clusterTestJob } from '../domain/cluster-test/clusterTestJob';
import type { ClusterTestStage } from '../domain/cluster-test/clusterTestStage';

/** A test that was started: its stage, then its outcome, with the settings that it was started with. */
export interface ClusterTestRun {
  readonly request: ClusterTestRequest;
  readonly stage?: Extract<ClusterTestStage, { stage: 'waiting' }>;
  readonly end?: ClusterTestEnd;
}

/** Runs one test at a time; leaving the page cancels it. */
export function useClusterTest(): {
  readonly run: ClusterTestRun | undefined;
  /** @param onEnd called with how it ended, also where the page was left meanwhile */
  readonly start: (request: ClusterTestRequest, onEnd: (end: ClusterTestEnd) => void) => void;
  readonly cancel: () => void;
} {
  const [run, setRun] = useState<ClusterTestRun>();
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = (request: ClusterTestRequest, onEnd: (end: ClusterTestEnd) => void) => {
    // a button can be pressed twice before the page renders again
    if (abort.current) return;
    const page = new AbortController();
    abort.current = page;
    setRun({ request });
    void runClusterTest(clusterTestJob(request), sdkPort, browserClock, page.signal, (stage) =>
      setRun({ request, stage }),
    ).then((end) => {
      abort.current = undefined;
      setRun({ request, end });
      onEnd(end);
    });
  };
  return { run, start, cancel: () => abort.current?.abort() };
}
