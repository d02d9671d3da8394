import { diagnose } from '../../../src/domain/diagnosis/diagnose';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import { exposureOf } from '../../../src/domain/exposure/exposure';
import { pause } from '../cluster/manyAtATime';
import type { ProofCluster } from '../cluster/proofCluster';
import { situationIn } from '../cluster/watchedCluster';
import type { Scene } from '../scene';
import { claimOf, targetOf, type Claim } from './claims';
import { isListening, tryWay, type Tried } from './tryWay';
import { waysOf, type DialledWay } from './ways';

/** A situation that was made, and where. */
export interface Staged {
  readonly scene: Scene;
  readonly namespace: string;
}

/** What was claimed about one way to one VM, and what became of it; a claim that says nothing definite is not tried. */
export interface Judged extends Staged {
  readonly service: string;
  readonly vm: string;
  readonly way: DialledWay;
  readonly claim: Claim;
  readonly verdict: string;
  readonly tried: Tried | undefined;
}

/**
 * How long each try of a round waits: later rounds are patient with a machine that has other work as well. The first is
 * the only one for what does not answer and is not said to, so that it is as patient as such a machine needs, too.
 */
const TIMEOUTS_MS: readonly number[] = [500, 700, 1000, 1500, 2500];
/** The same where it is only asked whether it is still wrong, of many situations. */
export const HASTY_MS: readonly number[] = [250, 700];
const BETWEEN_ROUNDS_MS = 600;

/** True when a dial has shown that the claim is wrong. */
export const isWrong = ({ claim, tried }: Pick<Judged, 'claim' | 'tried'>): boolean =>
  tried !== undefined && tried.isReached !== (claim.says === 'reaches');

/** The verdict of an opened row, and what the list says where that is another one. */
function verdictOf(situation: Situation): string {
  const { verdict } = diagnose(situation);
  const { networkPolicies, services, now, vm, service, endpointSlices } = situation;
  const listed = exposureOf(vm, service, endpointSlices, { networkPolicies, services, now, routes: [] });
  return listed === undefined || listed.verdict === verdict ? verdict : `${verdict}, in the list ${listed.verdict}`;
}

/** Dials one way, unless nothing definite is claimed or the guest would hide the answer. */
async function judgeWay(
  { path }: ProofCluster,
  claimed: Omit<Judged, 'tried'>,
  situation: Situation,
  timeoutMilliseconds: number,
): Promise<Judged> {
  const { way, claim, scene, vm } = claimed;
  const listens = scene.vms.find(({ name }) => name === vm)?.listens;
  // a guest that refuses is not told from a Service that does
  const isQuiet = !isListening(listens, targetOf(way.port, situation), way.port.protocol ?? 'TCP');
  const isTried = claim.says === 'reaches' || (claim.says === 'does not reach' && !isQuiet);
  const tried = isTried ? await tryWay(path, way, situation, { listens, timeoutMilliseconds }) : undefined;
  return { ...claimed, tried };
}

/** One look, and a dial for each claim that is asked for. */
async function judgeOnce(
  cluster: ProofCluster,
  { scene, namespace }: Staged,
  isAsked: (key: string) => boolean,
  timeoutMilliseconds: number,
): Promise<readonly (readonly [key: string, judged: Judged])[]> {
  const seen = cluster.seen.look(namespace);
  const pairs = scene.services.flatMap((service) => scene.vms.map((vm) => ({ service: service.name, vm: vm.name })));
  const work = pairs.flatMap(({ service, vm }) => {
    const situation = situationIn(seen, service, vm);
    const diagnosis = diagnose(situation);
    const verdict = verdictOf(situation);
    return waysOf(seen, situation).flatMap((way) => {
      const key = [service, vm, way.from, way.entrance, way.node, way.port.port, way.port.protocol].join(' ');
      if (!isAsked(key)) return [];
      const claim = claimOf(way, diagnosis, situation);
      const claimed = { scene, namespace, service, vm, way, verdict, claim };
      const judged = judgeWay(cluster, claimed, situation, timeoutMilliseconds);
      return [judged.then((one) => [key, one] as const)];
    });
  });
  return Promise.all(work);
}

/**
 * Holds every claim about a situation against dials. What does not agree is looked at and dialled again for a while:
 * endpoints and proxies follow a change within a moment.
 * @param timeouts how long a try waits, of each round
 */
export async function judgeScene(
  cluster: ProofCluster,
  staged: Staged,
  timeouts: readonly number[] = TIMEOUTS_MS,
): Promise<readonly Judged[]> {
  const results = new Map<string, Judged>();
  for (const timeout of timeouts) {
    const isAsked = (key: string): boolean => {
      const known = results.get(key);
      return known === undefined || isWrong(known);
    };
    for (const [key, judged] of await judgeOnce(cluster, staged, isAsked, timeout)) results.set(key, judged);
    if (![...results.values()].some(isWrong)) break;
    await pause(BETWEEN_ROUNDS_MS);
  }
  return [...results.values()];
}
