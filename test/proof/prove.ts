import { ClusterApi } from './cluster/clusterApi';
import { DataPath } from './cluster/dataPath';
import { pause } from './cluster/manyAtATime';
import { makeSharedClients, removeSharedClients } from './cluster/sharedClients';
import { removeScene, stageScene } from './cluster/stageScene';
import { anyScene } from './generator/anyScene';
import { isWrong, judgeScenes, type Judged, type Staged } from './judge/judgeScenes';
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

/** So many situations are made, looked at and dialled together. */
const BATCH = 24;
/** While one batch is dialled, another one is made. */
const SIDE_BY_SIDE = 2;

/** Makes some situations, all at the same time; one that cannot be made says why. */
export async function stageAll(
  api: ClusterApi,
  scenes: readonly Scene[],
  namespaceOf: (scene: Scene) => string,
): Promise<{ readonly staged: readonly Staged[]; readonly failed: readonly string[] }> {
  const outcomes = await Promise.all(
    scenes.map(async (scene): Promise<Staged | string> => {
      const namespace = namespaceOf(scene);
      try {
        await stageScene(api, scene, namespace);
        return { scene, namespace };
      } catch (error) {
        return `situation ${scene.number} could not be made: ${error instanceof Error ? error.message : String(error)}`;
      }
    }),
  );
  return {
    staged: outcomes.filter((outcome) => typeof outcome !== 'string'),
    failed: outcomes.filter((outcome) => typeof outcome === 'string'),
  };
}

/** All situations of a run, a batch at a time; each is taken away when it has been judged. */
async function judgeAll(api: ClusterApi, path: DataPath, { seed, situations, first }: Wanted) {
  const judged: Judged[] = [];
  const failed: string[] = [];
  let next = first;
  const end = first + situations;
  const work = async (): Promise<void> => {
    for (let from = next; from < end; from = next) {
      next = Math.min(end, from + BATCH);
      const scenes = Array.from({ length: next - from }, (_, index) => anyScene(seed, from + index));
      const batch = await stageAll(api, scenes, ({ number }) => `proof-${seed}-${number}`);
      failed.push(...batch.failed);
      const found = await judgeScenes(api, path, batch.staged);
      judged.push(...found);
      for (const wrong of found.filter(isWrong)) console.log(judgedText(wrong));
      await Promise.all(scenes.map(({ number }) => removeScene(api, `proof-${seed}-${number}`)));
      console.log(`… ${judged.length} claims of situations up to ${next - 1}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { judged, failed };
}

/** Waits until no namespace of a run is left. */
async function untilRemoved(api: ClusterApi, seed: number): Promise<void> {
  for (let left = 240; left > 0; left -= 1) {
    const names = await api.list<{ metadata: { name: string } }>('/api/v1/namespaces');
    if (!names.some(({ metadata }) => metadata.name.startsWith(`proof-${seed}-`))) return;
    await pause(500);
  }
}

/**
 * Holds what the product says about random situations against dials that are really made, and prints what came of it.
 * @returns true when nothing disagrees, everything could be made, and less than 5% was not checked
 */
export async function prove(wanted: Wanted): Promise<boolean> {
  const began = Date.now();
  const api = new ClusterApi(wanted.clusterJson);
  const path = new DataPath(api.file.dataPath?.socket ?? '');
  try {
    await makeSharedClients(api);
    const { judged, failed } = await judgeAll(api, path, wanted);
    const tally = tallyOf(judged, { situations: wanted.situations, dials: path.dials, seconds: (Date.now() - began) / 1000 });
    const wrong = judged.filter(isWrong);
    for (const scene of new Set(wrong.map((one) => one.scene))) console.log(sceneText(scene));
    failed.forEach((line) => console.log(line));
    console.log(tallyText(wanted.seed, tally));
    await removeSharedClients(api);
    await untilRemoved(api, wanted.seed);
    return wrong.length === 0 && failed.length === 0 && notCheckedPercent(tally) < 5;
  } finally {
    api.close();
    path.close();
  }
}
