import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { politeCalls } from '../../cluster/port/politePort';
import { browserClock, sdkPort } from '../../cluster/port/sdkPort';
import { dryRun, type DryRunAnswer } from '../../cluster/run/dryRun';
import type { Answers } from '../../cluster/run/useDryRuns';
import { useNamespaceNetwork } from '../../cluster/watch/useNamespaceNetwork';
import type { EachPlan } from '../../domain/bulk/planEach';
import type { Finding } from '../../domain/diagnosis/finding';
import { plannedExposure } from '../../domain/exposure/plannedExposure';
import type { Failure } from '../../domain/k8s/failure';
import type { Rights } from '../../domain/k8s/rights';
import { mayDo } from '../../domain/steps/rights';
import { isWrite, type Step } from '../../domain/steps/step';

/** How many dry runs are under way at once. */
const DRY_RUNS_AT_ONCE = 4;
const NO_ANSWERS: Answers = new Map();

/** What the API server says of the plan of one VM before it is sent. */
export type EachCheck = 'problem' | 'forbidden' | 'asking' | 'refused' | 'passed';

/** One VM as Review shows it. */
export interface EachReviewRow {
  readonly plan: EachPlan;
  readonly check: EachCheck;
  readonly answers: Answers;
  /** the first reason of the API server where it refuses a step */
  readonly failure: Failure | undefined;
  /** what keeps traffic from the VM once the plan has run */
  readonly blocking: Finding | undefined;
  /** what else limits it */
  readonly limitation: Finding | undefined;
}

type Asked = ReadonlyMap<string, Answers>;
const keyOf = (steps: readonly Step[]): string => JSON.stringify(steps.filter(isWrite));

/** Asks the API server about every write of every plan once, a few at a time; a plan that changes is asked again. */
function useEachDryRuns(plans: readonly EachPlan[]) {
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<Asked>(new Map());
  const begun = useRef(new Set<string>());
  const abort = useRef(new AbortController());
  useEffect(() => () => abort.current.abort(), []);
  const [portFor] = useState(() => politeCalls(sdkPort, { clock: browserClock, mostAtOnce: DRY_RUNS_AT_ONCE }));
  useEffect(() => {
    const { signal } = abort.current;
    const port = portFor(signal);
    const keep = (key: string, id: string, answer: DryRunAnswer) =>
      !signal.aborted &&
      setAsked((before) => new Map(before).set(key, new Map(before.get(key) ?? NO_ANSWERS).set(id, answer)));
    for (const { steps } of plans) {
      const key = keyOf(steps);
      if (steps.length === 0 || begun.current.has(key)) continue;
      begun.current.add(key);
      for (const step of steps.filter(isWrite))
        void dryRun(step, port, steps).then((answer) => keep(key, step.id, answer));
    }
  }, [plans, round, portFor]);
  const askAgain = useCallback(() => {
    abort.current.abort();
    abort.current = new AbortController();
    begun.current = new Set();
    setAsked(new Map());
    setRound((before) => before + 1);
  }, []);
  return { asked, askAgain };
}

function rowOf(plan: EachPlan, asked: Asked, rights: Rights, findings: readonly Finding[]): EachReviewRow {
  const answers = asked.get(keyOf(plan.steps)) ?? NO_ANSWERS;
  const writes = plan.steps.filter(isWrite);
  const given = writes.flatMap(({ id }) => answers.get(id) ?? []);
  const refusal = given.flatMap((answer) => (answer.accepted ? [] : [answer.failure]))[0];
  const check = !plan.goal
    ? 'problem'
    : writes.some((step) => !mayDo(step, rights))
      ? 'forbidden'
      : refusal
        ? 'refused'
        : given.length < writes.length
          ? 'asking'
          : 'passed';
  return {
    plan,
    check,
    answers,
    failure: refusal,
    blocking: findings.find(({ grade }) => grade === 'blocking'),
    limitation: findings.find(({ grade }) => grade === 'limitation'),
  };
}

/**
 * All that Review knows of the plans: what was found for each VM, what the API server answers, and whether the run may
 * begin.
 */
export function useEachReview(namespace: string, plans: readonly EachPlan[], rights: Rights) {
  const { asked, askAgain } = useEachDryRuns(plans);
  const network = useNamespaceNetwork(namespace);
  const findings = useMemo(
    () => plans.map(({ goal, steps }) => (goal ? plannedExposure(goal, steps, network).findings : [])),
    [plans, network],
  );
  const rows = useMemo(
    () => plans.map((plan, index) => rowOf(plan, asked, rights, findings[index] ?? [])),
    [plans, asked, rights, findings],
  );
  const isHeld = !network.loaded || rows.length === 0 || rows.some(({ check }) => check !== 'passed');
  return { rows, isHeld, askAgain };
}
