/**
 * One run of the wizard as a page does it, with others at work and calls that go wrong: opened, reviewed, started, gone
 * on with after a reload until nothing is left, then taken back.
 */
import { applyPlan } from '../../src/cluster/run/applyPlan';
import { continueRun, undoRun, type RunEnd } from '../../src/cluster/run/continueRun';
import { dryRun } from '../../src/cluster/run/dryRun';
import { look } from '../../src/cluster/run/look';
import type { ClusterPort } from '../../src/cluster/port/clusterPort';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import { resolve } from '../../src/domain/draft/resolve';
import type { Failure } from '../../src/domain/k8s/failure';
import { planExpose } from '../../src/domain/plan/plan';
import { isRunRecord } from '../../src/domain/plan/recordForm';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import type { ProgressEvent } from '../../src/domain/steps/progress';
import { isWrite, type Step } from '../../src/domain/steps/step';
import { faultyPort, type Fault } from '../in-memory-cluster/faultyPort';
import type { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import { NAMESPACE, RUN_ID, SERVICE_NAME } from '../objects/builders';
import { edit, type Disturbance, type ForeignWrite } from './anyEdit';
import { interleavedPort } from './interleavedPort';

export interface Mishap {
  readonly fault: Fault;
  /** the number of the call that goes wrong, from 1 */
  readonly at: number;
}

/** Why a run has not been done, as the page tells it. */
export type Told = { readonly problems: readonly { readonly code: string }[] } | { readonly failure: Failure };

/** What is left of it when the page can do no more. */
export type Ending = 'done' | Told;

const isEnd = (end: RunEnd): end is Extract<RunEnd, { outcome: 'not-planned' }> => end.outcome === 'not-planned';
/** As often as a person tries again, at most. */
const TRIES = 6;
/** Seconds before the person tries again: what was deleted with finalizers is gone by then. */
const PAUSE = 5;

export class DisturbedRun {
  record: RunRecord | undefined;
  readonly foreign: ForeignWrite[] = [];
  /** somebody else has deleted the Service that was there */
  isDeletedByOthers = false;
  /** the uids of all that they have deleted */
  readonly deletedByOthers = new Set<string>();
  /** the way back is stuck */
  isTakenBackPartly = false;
  private calls = 0;
  private failure: Failure | undefined;
  /** the steps of the last plan */
  private planned: readonly Step[] = [];

  constructor(
    readonly cluster: InMemoryCluster,
    private readonly draft: ExposeDraft,
    private readonly disturbances: readonly Disturbance[],
    private readonly mishaps: readonly Mishap[],
    /** fields that a webhook fills in */
    readonly filledIn: readonly string[] = [],
  ) {}

  /** True for a field that the draft gives the very value that others give it in the tests. */
  setsToo(field: string): boolean {
    const { type, options } = this.draft;
    // the way back from a replacement gives back the type, whatever others have made of it
    const isReplaced = this.record?.draft.replaces !== undefined;
    const isType =
      field === 'type' && (isReplaced || type === 'NodePort' || this.draft.opened?.spec?.type === 'NodePort');
    return isType || (field === 'sessionAffinity' && options.isSticky);
  }

  /** Whether the API server has been asked about the plan, and has refused some of it. */
  async review(): Promise<Ending> {
    const seen = await look(this.interleaved(), NAMESPACE, this.draft.vmNames, {
      withRoutes: this.draft.type === 'Route',
    });
    const { goal, problems } = resolve(this.draft, seen, RUN_ID);
    if (!goal) return { problems };
    const steps = planExpose(goal, seen);
    for (const step of steps.filter(isWrite)) {
      const answer = await dryRun(step, this.interleaved(), steps);
      if (answer && !answer.accepted) return { failure: answer.failure };
    }
    this.keep(recordOf(goal));
    this.planned = steps;
    return 'done';
  }

  /** Sends what was reviewed, then goes on until nothing is left to do, or the same is in the way again and again. */
  async expose(): Promise<Ending> {
    const first = this.faulty();
    const outcome = await applyPlan({ steps: this.planned, clock: this.cluster, emit: this.hear, ...first });
    let last: Ending = outcome === 'done' ? 'done' : { failure: this.failure ?? { message: outcome } };
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.cluster.advance(PAUSE);
      last = await this.once((means, record) => continueRun({ ...means, record, keep: (next) => this.keep(next) }));
      if (last === 'done' && this.planned.length === 0) return 'done';
    }
    return last;
  }

  /** The steps that are left at the goal. */
  get left(): readonly Step[] {
    return this.planned;
  }

  async undo(): Promise<Ending> {
    let last: Ending = 'done';
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.cluster.advance(PAUSE);
      last = await this.once((means, record) => undoRun({ ...means, record, keep: (next) => this.keep(next) }));
      if (last === 'done' && this.planned.length === 0) return 'done';
    }
    this.isTakenBackPartly = true;
    return last;
  }

  private async once(
    work: (means: Omit<Parameters<typeof undoRun>[0], 'record' | 'keep'>, record: RunRecord) => Promise<RunEnd>,
  ): Promise<Ending> {
    if (!this.record) throw new Error('The run has no record.');
    this.planned = [];
    this.failure = undefined;
    const { port, signal } = this.faulty();
    const end = await work({ port, signal, clock: this.cluster, emit: this.hear }, this.record);
    if (end.outcome === 'done') return 'done';
    if (isEnd(end)) return 'problems' in end ? { problems: end.problems } : { failure: end.failure };
    return { failure: this.failure ?? { message: end.outcome } };
  }

  private readonly hear = (event: ProgressEvent): void => {
    if (event.type === 'planned') this.planned = event.steps;
    if (event.type === 'failed') this.failure = event.failure;
  };

  /** All that a reload leaves of a page. */
  private keep(record: RunRecord): void {
    this.record = JSON.parse(JSON.stringify(record)) as RunRecord;
    if (!isRunRecord(this.record)) throw new Error(`A record that is not taken up again: ${JSON.stringify(record)}`);
  }

  /** The port of one page: each of a run's mishaps happens to one page. */
  private faulty(): Pick<ReturnType<typeof faultyPort>, 'port' | 'signal'> {
    const next = this.mishaps[this.pages];
    this.pages += 1;
    return faultyPort(this.interleaved(), next?.at ?? 0, next?.fault ?? 'unavailable');
  }
  private pages = 0;

  private uidNow(): string | undefined {
    return this.cluster.one('Service', SERVICE_NAME)?.metadata?.uid;
  }

  private interleaved(): ClusterPort {
    return interleavedPort(this.cluster, async () => {
      this.calls += 1;
      for (const disturbance of this.disturbances.filter(({ at }) => at === this.calls)) {
        const uid = this.uidNow();
        this.foreign.push(...(await edit(this.cluster, disturbance.edit)));
        const now = this.cluster.one('Service', SERVICE_NAME);
        const isGone = uid !== undefined && (now?.metadata?.uid !== uid || now.metadata.deletionTimestamp);
        const isMade = uid === undefined && now !== undefined;
        if (isGone || isMade) this.isDeletedByOthers = true;
        if (isGone) this.deletedByOthers.add(uid);
      }
    });
  }
}
