import type { NamespacePool } from './cluster/namespacePool';
import type { ProofCluster } from './cluster/proofCluster';
import { stageScene } from './cluster/stageScene';
import { anyScene } from './generator/anyScene';
import { HASTY_MS, isWrong, judgeScene, type Judged } from './judge/judgeScene';
import { judgedText, notCheckedPercent, sceneText, tallyOf, tallyText } from './report';
import { SITUATIONS_OF_SCENE, type Scene } from './scene';
import { shrunk } from './shrink';

/** Which situations of which seed. */
export interface Situations {
  readonly seed: number;
  /** how many at least: no scene is done by half */
  readonly situations: number;
  /** the number of the first scene */
  readonly first: number;
  /** how long the objects are made small of what disagrees, all together; the seed makes them again */
  readonly shrinkSeconds: number;
}

/** How many parts of a proof stood and did not. */
export interface Stood {
  readonly agree: number;
  readonly disagree: number;
}

/** So many scenes are made, looked at and dialled at the same time: each waits most of its time. */
const SIDE_BY_SIDE = 20;

/** What came of one scene; one that cannot be made says why. */
async function judgeIn(
  cluster: ProofCluster,
  pool: NamespacePool,
  scene: Scene,
  timeouts?: readonly number[],
): Promise<readonly Judged[] | string> {
  const namespace = await pool.take();
  try {
    await stageScene(cluster, scene, namespace);
    return await judgeScene(cluster, { scene, namespace }, timeouts);
  } catch (error) {
    return `scene ${scene.number} could not be judged: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    pool.release(namespace);
  }
}

/** All scenes of a run, some at a time. */
async function judgeAll(cluster: ProofCluster, pool: NamespacePool, seed: number, first: number, scenes: number) {
  const judged: Judged[] = [];
  const failed: string[] = [];
  let next = first;
  const work = async (): Promise<void> => {
    while (next < first + scenes) {
      const number = next;
      next += 1;
      const found = await judgeIn(cluster, pool, anyScene(seed, number));
      if (typeof found === 'string') failed.push(found);
      else judged.push(...found);
      if ((number - first + 1) % 50 === 0) console.log(`… ${(number - first + 1) * SITUATIONS_OF_SCENE} situations`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { judged, failed };
}

/** Prints one scene that disagrees: its claims, and the smallest one that disagrees alike. */
async function printDisagreement(
  cluster: ProofCluster,
  pool: NamespacePool,
  wrong: readonly Judged[],
  isTimeUp: () => boolean,
) {
  const [first] = wrong;
  if (!first) return;
  wrong.forEach((one) => console.log(judgedText(one)));
  const isAlike = async (smaller: Scene): Promise<boolean> => {
    const found = await judgeIn(cluster, pool, smaller, HASTY_MS);
    return typeof found !== 'string' && found.some((one) => isWrong(one) && one.claim.says === first.claim.says);
  };
  console.log(sceneText(await shrunk(first.scene, isAlike, isTimeUp)));
}

/** Holds what the product says about random situations against dials, and prints what came of it. */
export async function proveSituations(cluster: ProofCluster, pool: NamespacePool, wanted: Situations): Promise<Stood> {
  const began = Date.now();
  const scenes = Math.ceil(wanted.situations / SITUATIONS_OF_SCENE);
  const situations = scenes * SITUATIONS_OF_SCENE;
  const { judged, failed } = await judgeAll(cluster, pool, wanted.seed, wanted.first, scenes);
  const run = { situations, dials: cluster.path.dials, seconds: (Date.now() - began) / 1000 };
  const tally = tallyOf(judged, run);
  const wrong = judged.filter(isWrong);
  console.log(tallyText(wanted.seed, tally));
  failed.forEach((line) => console.log(line));
  const end = Date.now() + wanted.shrinkSeconds * 1000;
  for (const scene of new Set(wrong.map((one) => one.scene))) {
    const ofScene = wrong.filter((one) => one.scene === scene);
    await printDisagreement(cluster, pool, ofScene, () => Date.now() > end);
  }
  const isTooOpen = notCheckedPercent(tally) >= 5;
  if (isTooOpen) console.log('Too much was not checked: 5% and more.');
  const inWrong = new Set(wrong.map(({ scene, service }) => `${scene.number} ${service}`)).size;
  const disagree = inWrong + failed.length * SITUATIONS_OF_SCENE;
  return { agree: situations - disagree, disagree: disagree + Number(isTooOpen) };
}
