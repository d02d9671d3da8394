import type { Scene } from './scene';

/** Of a list or an object, each time without one of its parts, or with one of its parts made smaller. */
function smallerValues(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    return [
      ...parts.map((_, index) => parts.filter((__, other) => other !== index)),
      ...parts.flatMap((part, index) =>
        smallerValues(part).map((smaller) => parts.map((other, at) => (at === index ? smaller : other))),
      ),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return [
    ...entries.map(([key]) => Object.fromEntries(entries.filter(([other]) => other !== key))),
    ...entries.flatMap(([key, part]) =>
      smallerValues(part).map((smaller) => ({ ...Object.fromEntries(entries), [key]: smaller })),
    ),
  ];
}

/** True for what can be made at all: something to reach, and a Service that says enough of itself. */
const isScene = (scene: Partial<Scene>): scene is Scene =>
  scene.number !== undefined &&
  (scene.services ?? []).length > 0 &&
  (scene.services ?? []).every(({ name, spec }) => name !== undefined && spec !== undefined) &&
  (scene.vms ?? []).length > 0 &&
  (scene.vms ?? []).every(({ name }) => name !== undefined);

/** All situations that have one thing less than a situation. */
export const smallerScenes = (scene: Scene): Scene[] =>
  smallerValues(scene).filter((one) => isScene(one as Partial<Scene>)) as Scene[];

/** So many are tried side by side, of so many rounds at most. */
const SIDE_BY_SIDE = 20;
const ROUNDS = 15;

/**
 * The smallest situation that can be found by leaving out one thing after the other, as long as it still disagrees.
 * @param disagrees makes a situation and dials; false also for one that the API server refuses
 * @param isTimeUp asked before more is tried: the smallest one until then is good enough
 */
export async function shrunk(
  scene: Scene,
  disagrees: (smaller: Scene) => Promise<boolean>,
  isTimeUp: () => boolean,
): Promise<Scene> {
  let smallest = scene;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await firstThat(smallerScenes(smallest), disagrees, isTimeUp);
    if (!found) break;
    smallest = found;
  }
  return smallest;
}

async function firstThat(
  scenes: readonly Scene[],
  disagrees: (scene: Scene) => Promise<boolean>,
  isTimeUp: () => boolean,
): Promise<Scene | undefined> {
  for (let from = 0; from < scenes.length && !isTimeUp(); from += SIDE_BY_SIDE) {
    const some = scenes.slice(from, from + SIDE_BY_SIDE);
    const answers = await Promise.all(some.map(disagrees));
    const at = answers.indexOf(true);
    if (at >= 0) return some[at];
  }
  return undefined;
}
