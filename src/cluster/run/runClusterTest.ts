import { TEST_CONTAINER } from '../../domain/cluster-test/clusterTestJob';
import {
  clusterTestStage,
  podRefusal,
  type ClusterTestHindrance,
  type ClusterTestStage,
} from '../../domain/cluster-test/clusterTestStage';
import { refOf, namespaceOf, labelsOf, nameOf, uidOf, type Job } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import { RUN_ANNOTATION, isOfRun, TEST_LABEL } from '../../domain/k8s/ownMarks';
import type { Clock, ClusterPort } from '../port/clusterPort';
import { isPassing, toFailure } from '../port/failure';

/** How a test from the cluster ended. */
export type ClusterTestEnd =
  | { readonly outcome: 'ran'; readonly log: string }
  /** the API server refused a call: to create the Job, to look at it, to read its log */
  | { readonly outcome: 'refused'; readonly call: 'create' | 'watch' | 'log'; readonly failure: Failure }
  /** the Job was taken, and its script did not run; `words` of the cluster */
  | { readonly outcome: 'hindered'; readonly by: ClusterTestHindrance; readonly words: string }
  | { readonly outcome: 'cancelled' };

type Waiting = Extract<ClusterTestStage, { stage: 'waiting' }>;
type TestPort = Pick<ClusterPort, 'create' | 'get' | 'list' | 'readLog' | 'delete'>;

/** A little longer than the Job itself may take: then it has gone without a word. */
const GIVE_UP_SECONDS = 75;
/** A pod that is not there by then was refused, and the Job's events say why. */
const POD_SECONDS = 4;

/**
 * Creates a test's Job, waits for its end and reads its log. The Job is sent once; when its answer is lost it is looked
 * for. After an abort and after a hindrance it is deleted; else, and when the page is closed, its own deadline and ttl
 * do that.
 * @param tell how far it is
 */
export async function runClusterTest(
  job: Job,
  port: TestPort,
  clock: Clock,
  signal: AbortSignal,
  tell: (stage: Waiting) => void,
): Promise<ClusterTestEnd> {
  const refusal = await create(job, port);
  if (refusal) return { outcome: 'refused', call: 'create', failure: refusal };
  const end = await follow(job, port, clock, signal, tell);
  if (end.outcome === 'cancelled' || end.outcome === 'hindered') await remove(job, port);
  return end;
}

/** The Job on the cluster, if it is this very one. */
async function read(job: Job, port: TestPort): Promise<Job | undefined> {
  const found = await port.get(refOf('Job', job));
  return found && isOfRun(found, job.metadata?.annotations?.[RUN_ANNOTATION] ?? '') ? found : undefined;
}

async function create(job: Job, port: TestPort): Promise<Failure | undefined> {
  try {
    await port.create(job);
    return undefined;
  } catch (error) {
    const failure = toFailure(error);
    if (!isPassing(failure)) return failure;
    // nobody knows whether the server took it
    return (await read(job, port).catch(() => undefined)) ? undefined : failure;
  }
}

/** Without the right to delete, or without a connection, the Job still ends by itself. */
async function remove(job: Job, port: TestPort): Promise<void> {
  try {
    const uid = uidOf(await read(job, port));
    if (uid) await port.delete(refOf('Job', job), uid);
  } catch {
    // its time to live removes it
  }
}

async function follow(
  job: Job,
  port: TestPort,
  clock: Clock,
  signal: AbortSignal,
  tell: (stage: Waiting) => void,
): Promise<ClusterTestEnd> {
  const begin = clock.now();
  let last: Waiting = { stage: 'waiting', for: 'pod' };
  let failure: Failure | undefined;
  while (!signal.aborted) {
    const seconds = (clock.now() - begin) / 1000;
    try {
      const stage = await look(job, port, seconds);
      failure = undefined;
      if (signal.aborted) break;
      if (stage.stage === 'ended') return await logOf(job, stage, port);
      // of a pod that found no node until its time was over, that is what matters
      if (stage.stage === 'hindered')
        return {
          outcome: 'hindered',
          ...(stage.by === 'deadline' && last.for === 'node'
            ? { by: 'not-scheduled', words: last.words ?? stage.words }
            : { by: stage.by, words: stage.words }),
        };
      last = stage;
      tell(stage);
    } catch (error) {
      failure = toFailure(error);
      if (!isPassing(failure)) return { outcome: 'refused', call: 'watch', failure };
    }
    if (seconds >= GIVE_UP_SECONDS)
      return failure
        ? { outcome: 'refused', call: 'watch', failure }
        : { outcome: 'hindered', by: 'deadline', words: last.words ?? '' };
    await clock.wait(1, signal);
  }
  return { outcome: 'cancelled' };
}

async function look(job: Job, port: TestPort, seconds: number): Promise<ClusterTestStage> {
  const namespace = namespaceOf(job);
  const [found, pods] = await Promise.all([
    read(job, port),
    port.list('Pod', namespace, { [TEST_LABEL]: labelsOf(job)[TEST_LABEL] ?? '' }),
  ]);
  const stage = clusterTestStage(found, pods);
  if (stage.stage !== 'waiting' || stage.for !== 'pod' || seconds < POD_SECONDS) return stage;
  // who may not read events only waits longer
  const events = await port.list('Event', namespace).catch(() => []);
  const words = podRefusal(nameOf(job), events);
  return words === undefined ? stage : { stage: 'hindered', by: 'no-pod', words };
}

async function logOf(
  job: Job,
  { podName, words }: Extract<ClusterTestStage, { stage: 'ended' }>,
  port: TestPort,
): Promise<ClusterTestEnd> {
  try {
    const log = await port.readLog({ kind: 'Pod', namespace: namespaceOf(job), name: podName }, TEST_CONTAINER);
    // a container that could not be started has ended, too
    return log.trim() === '' ? { outcome: 'hindered', by: 'container', words } : { outcome: 'ran', log };
  } catch (error) {
    return { outcome: 'refused', call: 'log', failure: toFailure(error) };
  }
}
