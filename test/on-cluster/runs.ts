/** Runs of Expose VM against the local cluster as the wizard does them, without a page: look, plan, apply, go on. */
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { applyPlan, type Outcome } from '../../src/cluster/run/applyPlan';
import type { ClusterPort } from '../../src/cluster/port/clusterPort';
import { continueRun } from '../../src/cluster/run/continueRun';
import { look } from '../../src/cluster/run/look';
import { diagnose, type Diagnosis } from '../../src/domain/diagnosis/diagnose';
import type { RuleCode } from '../../src/domain/diagnosis/finding';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import { nameOf } from '../../src/domain/k8s/objects';
import { planExpose } from '../../src/domain/plan/plan';
import type { ProgressEvent } from '../../src/domain/steps/progress';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import { vmNamed, type Seen } from '../../src/domain/k8s/seen';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import type { Step } from '../../src/domain/steps/step';
import { aDraft } from '../objects/draftBuilders';
import { goalFor, planFor, type Plan } from '../objects/planFor';
import { apiPort, realClock } from '../local-cluster/apiPort';

/** Of the runs that are alone in their namespace: a run takes other Services of its own as outdated. */
const RUN_ID = '6f7d9c3e-8a51-4a0a-9c58-7f3d1b0f2f10';

/** A draft with the options that the wizard begins with. */
export const draftFor = (namespace: string, vmName: string, changes: Partial<ExposeDraft> = {}): ExposeDraft =>
  aDraft({ namespace, vmNames: [vmName], options: NO_OPTIONS, ...changes });

/** One look at all that the draft is about. */
export const seenNow = ({ namespace, vmNames, type }: ExposeDraft): Promise<Seen> =>
  look(apiPort, namespace, vmNames, { withRoutes: type === 'Route' });

/** Looks at the cluster and plans what the draft wants. */
export const planNow = async (draft: ExposeDraft, runId = RUN_ID): Promise<Plan> =>
  planFor(draft, await seenNow(draft), runId);

/** The steps of a draft that can be planned. Fails with its problems when it cannot. */
export async function stepsNow(draft: ExposeDraft, runId = RUN_ID): Promise<readonly Step[]> {
  const plan = await planNow(draft, runId);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.steps;
}

/** Looks, plans and applies. Fails unless every step is done. */
export async function expose(draft: ExposeDraft): Promise<void> {
  const events: ProgressEvent[] = [];
  const emit = (event: ProgressEvent) => events.push(event);
  const { signal } = new AbortController();
  const outcome = await applyPlan({ steps: await stepsNow(draft), port: apiPort, clock: realClock, emit, signal });
  expect(outcome, JSON.stringify(events)).toBe('done');
}

/** How a page does a run: the port that it has, what it is told of the progress, and the end of the page itself. */
export interface RunningPage {
  readonly port: ClusterPort;
  readonly signal: AbortSignal;
  readonly emit: (event: ProgressEvent) => void;
}

/** What a run that was begun leaves behind: its end, and the record as the tab's storage gives it back. */
export interface Begun {
  readonly outcome: Outcome;
  readonly record: RunRecord;
}

/** Begins a run of its own: plans as Review does, keeps the record and applies by the page's port. */
export async function beginRun(draft: ExposeDraft, page: RunningPage): Promise<Begun> {
  const seen = await seenNow(draft);
  const runId = randomUUID();
  const goal = goalFor(draft, seen, runId);
  const record = JSON.parse(JSON.stringify(recordOf(goal))) as RunRecord;
  return { outcome: await applyPlan({ steps: planExpose(goal, seen), clock: realClock, ...page }), record };
}

/**
 * What Retry, and Continue after a reload, do. Fails unless every step that was left is done, and nothing is left to do
 * after that.
 */
export async function continueToEnd(record: RunRecord): Promise<void> {
  const events: ProgressEvent[] = [];
  const { signal } = new AbortController();
  const end = await continueRun({
    record,
    keep: () => undefined,
    port: apiPort,
    clock: realClock,
    emit: (event) => events.push(event),
    signal,
  });
  expect(end, JSON.stringify(events)).toEqual({ outcome: 'done' });
  expect(await stepsNow(record.draft, record.runId)).toEqual([]);
}

/** What Result tells of a Service and a VM: the verdict, and the codes of what is not only worth knowing. */
export interface ToldResult {
  readonly verdict: Diagnosis['verdict'];
  readonly codes: readonly RuleCode[];
}

/** Looks at the cluster and judges a Service of a VM as Result does. Fails when one of them is missing. */
export async function judge(namespace: string, vmName: string, serviceName: string): Promise<ToldResult> {
  const [seen, networkPolicies] = await Promise.all([
    look(apiPort, namespace, [vmName], { withRoutes: true }),
    apiPort.list('NetworkPolicy', namespace),
  ]);
  const vm = vmNamed(seen, vmName);
  const service = seen.services.find((candidate) => nameOf(candidate) === serviceName);
  if (!vm || !service) throw new Error(`${vmName} or ${serviceName} is missing.`);
  const { services, routes, endpointSlices } = seen;
  const now = Date.now();
  const { verdict, findings } = diagnose({ service, vm, endpointSlices, services, routes, networkPolicies, now });
  return { verdict, codes: findings.filter(({ grade }) => grade !== 'note').map(({ code }) => code) };
}
