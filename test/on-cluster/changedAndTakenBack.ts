/** One draft as the wizard does it without a page: resolved, planned, asked about, applied, looked at, taken back. */
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { applyPlan, type Outcome } from '../../src/cluster/run/applyPlan';
import type { Clock } from '../../src/cluster/port/clusterPort';
import { dryRun } from '../../src/cluster/run/dryRun';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import { resolve } from '../../src/domain/draft/resolve';
import { exposedTypeOf, TYPES } from '../../src/domain/k8s/exposedTypes';
import { nameOf } from '../../src/domain/k8s/objects';
import type { Seen } from '../../src/domain/k8s/seen';
import { isSameValue } from '../../src/domain/k8s/sameValue';
import { mayHave } from '../../src/domain/k8s/typeFields';
import { planExpose } from '../../src/domain/plan/plan';
import { planUndo } from '../../src/domain/plan/planUndo';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import { optionFields, optionsOf, SERVER_GIVEN, SPEC_DEFAULTS } from '../../src/domain/service/serviceOptions';
import { isWrite, type Step } from '../../src/domain/steps/step';
import { apiPort, realClock } from '../local-cluster/apiPort';
import { paths, send } from '../local-cluster/localCluster';
import { allRights } from '../objects/draftBuilders';
import { seenNow } from './runs';

/** How a draft ended before it was taken back. */
export type Ended = 'done' | { readonly problems: readonly string[] } | { readonly refused: string };

/** A run here waits for Routes alone, and a router answers within milliseconds. */
const quickClock: Clock = {
  ...realClock,
  wait: (_seconds, signal) => realClock.wait(0.05, signal),
};

async function apply(steps: readonly Step[]): Promise<{ outcome: Outcome; events: string }> {
  const events: unknown[] = [];
  const emit = (event: unknown) => events.push(event);
  const { signal } = new AbortController();
  const outcome = await applyPlan({ steps, port: apiPort, clock: quickClock, emit, signal });
  return { outcome, events: JSON.stringify(events.at(-1)) };
}

/** What of the cluster a person sets, or has got and wants to keep. */
function heldIn({ services, vms }: Seen, { serviceName }: ExposeDraft) {
  const service = services.find((candidate) => nameOf(candidate) === serviceName);
  const { labels = {}, annotations = {}, ownerReferences = [] } = service?.metadata ?? {};
  return { spec: service?.spec, labels, annotations, ownerReferences, template: vms[0]?.vm.spec.template };
}
type Held = ReturnType<typeof heldIn>;

/** What a change of type gives another value, or gives at all. */
const OF_TYPE = ['type', 'ports', 'clusterIP', 'clusterIPs', 'healthCheckNodePort', 'externalName'];

/** All that the draft chose is there, and all that it did not choose is as it was, where the type may have it. */
function expectGoal(draft: ExposeDraft, before: Held, after: Held): void {
  const { opened } = draft;
  const type = TYPES[draft.type].makesRoute && opened ? exposedTypeOf(opened) : draft.type;
  const [was, now] = [before.spec, after.spec] as (Record<string, unknown> | undefined)[];
  if (!now) throw new Error('There is no Service.');
  expect(TYPES[exposedTypeOf({ spec: after.spec })].apiType, 'the type').toBe(TYPES[type].apiType);
  expect(now.clusterIP === 'None', 'whether it is headless').toBe(TYPES[type].selectsPods && !TYPES[type].hasClusterIp);
  const wanted = optionFields(type, draft.options);
  const open = opened ? optionFields(type, optionsOf(opened)) : {};
  const chosen = Object.entries(wanted).filter(
    ([field, value]) => !isSameValue(value, open[field] ?? null) && !(value === null && SERVER_GIVEN.includes(field)),
  );
  const valueOf = (field: string) => now[field] ?? SPEC_DEFAULTS[field] ?? null;
  for (const [field, value] of chosen) {
    const held = valueOf(field);
    // to the family that was chosen the API server adds the other
    const ofChosen = field === 'ipFamilies' && Array.isArray(held) && Array.isArray(value);
    expect(ofChosen ? held.slice(0, value.length) : held, `what was chosen: ${field}`).toEqual(
      value ?? SPEC_DEFAULTS[field] ?? null,
    );
  }
  if (!was) return;
  const left = Object.keys(was).filter(
    (field) => !OF_TYPE.includes(field) && !chosen.some(([name]) => name === field) && mayHave(type, field, now),
  );
  const of = (spec: Record<string, unknown>) => Object.fromEntries(left.map((field) => [field, spec[field]]));
  expect(of(now), 'what was not chosen').toEqual(of(was));
  expect(after.labels, 'the labels').toEqual(before.labels);
  expect(after.annotations, 'the annotations').toMatchObject(before.annotations);
  expect(after.ownerReferences, 'the owners').toEqual(before.ownerReferences);
}

/** Takes a run back. Fails unless the cluster is as it was. */
async function takeBack(record: RunRecord, now: Seen, before: Held): Promise<void> {
  const { outcome, events } = await apply(planUndo(record, now, allRights()));
  expect(outcome, `undo: ${events}`).toBe('done');
  const after = await seenNow(record.draft);
  expect(planUndo(record, after, allRights()), 'left to undo').toEqual([]);
  expect(heldIn(after, record.draft), 'after undo').toEqual(before);
}

/** Does a draft and takes it back. Fails where anything is not as the wizard promises it. */
export async function changeAndTakeBack(draft: ExposeDraft, seen: Seen): Promise<Ended> {
  const runId = randomUUID();
  const before = heldIn(seen, draft);
  const { goal, problems } = resolve(draft, seen, runId);
  if (!goal) {
    expect(problems.length).toBeGreaterThan(0);
    return { problems: problems.map(({ code }) => code) };
  }
  const steps = planExpose(goal, seen);
  const record = JSON.parse(JSON.stringify(recordOf(goal))) as RunRecord;
  const answers = await Promise.all(steps.filter(isWrite).map((step) => dryRun(step, apiPort, steps)));
  const refusal = answers.find((answer) => answer?.accepted === false);
  const { outcome, events } = await apply(steps);
  const after = await seenNow(draft);
  if (refusal?.accepted === false) {
    expect(outcome, 'after a dry run that was refused').toBe('failed');
    expect({ ...heldIn(after, draft), template: before.template }, 'after a refusal').toEqual(before);
    await takeBack(record, after, before);
    return { refused: refusal.failure.message };
  }
  expect(outcome, events).toBe('done');
  expectGoal(draft, before, heldIn(after, draft));
  const again = resolve(record.draft, after, runId);
  expect(again.problems, 'problems at the goal').toEqual([]);
  expect(again.goal && planExpose(again.goal, after), 'steps at the goal').toEqual([]);
  await takeBack(record, after, before);
  return 'done';
}

/** Makes a Service as it was sent, whatever is there of its name. */
export async function remake(namespace: string, name: string, service: object | undefined): Promise<void> {
  await send('DELETE', paths.services(namespace, name));
  if (!service) return;
  const { status, text } = await send('POST', paths.services(namespace), JSON.stringify(service));
  expect(status, text).toBe(201);
}
