import { NamespacePool } from './cluster/namespacePool';
import { withCluster, type ProofCluster } from './cluster/proofCluster';
import { makeSharedClients, removeSharedClients } from './cluster/sharedClients';
import { stageScene } from './cluster/stageScene';
import { anyScene } from './generator/anyScene';
import { isWrong, judgeScene, type Judged } from './judge/judgeScene';
import { judgedText, notCheckedPercent, sceneText, tallyOf, tallyText } from './report';
import type { Scene } from './scene';

/** What is proven. */
export interface Wanted {
  readonly clusterJson: string;
  readonly seed: number;
  readonly situations: number;
  /** the number of the first situation */
  readonly first: number;
}

/** So many situations are made, looked at and dialled at the same time: each waits most of its time. */
const SIDE_BY_SIDE = 20;

/** What came of one situation; one that cannot be made says why. */
export async function judgeIn(cluster: ProofCluster, pool: NamespacePool, scene: Scene): Promise<readonly Judged[] | string> {
  const namespace = await pool.take();
  try {
    await stageScene(cluster, scene, namespace);
    return await judgeScene(cluster, { scene, namespace });
  } catch (error) {
    return `situation ${scene.number} could not be judged: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    pool.release(namespace);
  }
}

/** All situations of a run, some at a time. */
async function judgeAll(cluster: ProofCluster, pool: NamespacePool, { seed, situations, first }: Wanted) {
  const judged: Judged[] = [];
  const failed: string[] = [];
  let next = first;
  const work = async (): Promise<void> => {
    while (next < first + situations) {
      const number = next;
      next += 1;
      const found = await judgeIn(cluster, pool, anyScene(seed, number));
      if (typeof found === 'string') failed.push(found);
      else judged.push(...found);
      if ((number - first + 1) % 100 === 0) console.log(`… ${number - first + 1} situations`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { judged, failed };
}

/**
 * Holds what the product says about random situations against dials that are really made, and prints what came of it.
 * @returns true when nothing disagrees, everything could be made, and less than 5% was not checked
 */
export const prove = (wanted: Wanted): Promise<boolean> =>
  withCluster(wanted.clusterJson, async (cluster) => {
    const began = Date.now();
    const pool = new NamespacePool(cluster, 'proof-of-');
    await makeSharedClients(cluster.api);
    const { judged, failed } = await judgeAll(cluster, pool, wanted);
    const seconds = (Date.now() - began) / 1000;
    const tally = tallyOf(judged, { situations: wanted.situations, dials: cluster.path.dials, seconds });
    const wrong = judged.filter(isWrong);
    for (const scene of new Set(wrong.map((one) => one.scene))) {
      wrong.filter((one) => one.scene === scene).forEach((one) => console.log(judgedText(one)));
      console.log(sceneText(scene));
    }
    failed.forEach((line) => console.log(line));
    console.log(tallyText(wanted.seed, tally));
    await removeSharedClients(cluster.api);
    await pool.remove();
    return wrong.length === 0 && failed.length === 0 && notCheckedPercent(tally) < 5;
  });
