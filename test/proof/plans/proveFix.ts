import { applyPlan } from '../../../src/cluster/run/applyPlan';
import { diagnose } from '../../../src/domain/diagnosis/diagnose';
import { offerFor } from '../../../src/domain/diagnosis/offer';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import type { Step } from '../../../src/domain/steps/step';
import type { ProgressEvent } from '../../../src/domain/steps/progress';
import { portOver, realClock } from '../../local-cluster/portOver';
import { pause } from '../cluster/manyAtATime';
import type { ProofCluster } from '../cluster/proofCluster';
import { act } from '../cluster/actOnVm';
import { stageScene } from '../cluster/stageScene';
import { situationIn } from '../cluster/watchedCluster';
import { tryWay } from '../judge/tryWay';
import { waysOf } from '../judge/ways';
import { CLIENT, SERVICE } from '../scene';
import type { FixScene, LossScene } from './fixScenes';

const VM = 'vm1';
/** Endpoints, DNS and policies follow a fix within moments; a restart takes longer than anything else. */
const TRIES = 40;
const BETWEEN_TRIES_MS = 500;

/** Applies steps as a page does. Throws with the progress unless every step is done. */
export async function applySteps({ api }: ProofCluster, steps: readonly Step[]): Promise<void> {
  const events: ProgressEvent[] = [];
  const emit = (event: ProgressEvent) => events.push(event);
  const port = portOver((...request) => api.send(...request));
  const outcome = await applyPlan({ steps, port, clock: realClock, emit, signal: new AbortController().signal });
  if (outcome !== 'done') throw new Error(`${outcome}: ${JSON.stringify(events.at(-1))}`);
}

/** How many ways there are from own project and from outside, and how many of them get to the VM now. */
async function reached(
  cluster: ProofCluster,
  namespace: string,
  { dnsName, scene }: FixScene,
): Promise<readonly boolean[]> {
  if (dnsName) {
    const address = `${dnsName}.${namespace}.svc.cluster.local`;
    const from = `pod/${namespace}/${CLIENT}`;
    return [
      (await cluster.path.dial({ from, network: 'dns', address, timeoutMilliseconds: 2000 })).outcome === 'answered',
    ];
  }
  const seen = cluster.seen.look(namespace);
  // one that is deleted with its owner is no way to anything
  if (seen.services.length === 0) return [];
  const situation = situationIn(seen, SERVICE, VM);
  const ways = waysOf(seen, situation).filter(({ place }) => place === 'same-namespace' || place === 'outside');
  const how = { listens: scene.vms[0]?.listens, timeoutMilliseconds: 500 };
  const tried = await Promise.all(ways.map((way) => tryWay(cluster.path, way, situation, how)));
  return tried.map(({ isReached }) => isReached);
}

function stepsOf(situation: Situation, { code }: FixScene): readonly Step[] {
  const { findings } = diagnose(situation);
  if (!findings.some((finding) => finding.code === code))
    throw new Error(`it is not found, but ${findings.map((finding) => finding.code).join(', ')}`);
  const { steps } = offerFor(code, situation);
  if (steps.length === 0) throw new Error('no fix is offered');
  return steps;
}

/** Waits until the rules say the same as the situation that was made: what was read may lag a moment behind. */
async function offered(cluster: ProofCluster, namespace: string, fix: FixScene): Promise<readonly Step[]> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return stepsOf(situationIn(cluster.seen.look(namespace), SERVICE, VM), fix);
    } catch (error) {
      if (left === 0) throw error;
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

/** Whether all ways get to the VM within a while, or none does. */
async function becomes(cluster: ProofCluster, namespace: string, fix: FixScene, isReached: boolean): Promise<boolean> {
  for (let left = TRIES; left > 0; left -= 1) {
    const ways = await reached(cluster, namespace, fix);
    if (ways.every((one) => one === isReached) && (ways.length > 0 || !isReached)) return true;
    await pause(BETWEEN_TRIES_MS);
  }
  return false;
}

/** Makes a situation, finds that nothing gets through, applies the fix that is offered, and finds that all does. */
export async function proveFix(cluster: ProofCluster, fix: FixScene, namespace: string): Promise<void> {
  await stageScene(cluster, fix.scene, namespace);
  const steps = await offered(cluster, namespace, fix);
  if (!(await becomes(cluster, namespace, fix, false))) throw new Error('it is reached before the fix');
  await applySteps(cluster, steps);
  if (await becomes(cluster, namespace, fix, true)) return;
  throw new Error(`it is not reached after ${steps.map(({ id }) => id).join(', ')}`);
}

/** Makes a situation where all gets through, lets happen what the limitation warns of, and finds that nothing does. */
export async function proveLoss(cluster: ProofCluster, fix: LossScene, namespace: string): Promise<void> {
  await stageScene(cluster, fix.scene, namespace);
  await offered(cluster, namespace, fix);
  if (!(await becomes(cluster, namespace, fix, true))) throw new Error('it is not reached at first');
  await act(cluster, namespace, { name: VM }, fix.loss);
  if (!(await becomes(cluster, namespace, fix, false))) throw new Error('nothing is lost without the fix');
}

/** The same with the fix: what happens then changes nothing. */
export async function proveLossPrevented(cluster: ProofCluster, fix: LossScene, namespace: string): Promise<void> {
  await stageScene(cluster, fix.scene, namespace);
  await applySteps(cluster, await offered(cluster, namespace, fix));
  if (!(await becomes(cluster, namespace, fix, true))) throw new Error('it is not reached after the fix');
  await act(cluster, namespace, { name: VM }, fix.loss);
  if (!(await becomes(cluster, namespace, fix, true))) throw new Error('it is lost all the same');
}
