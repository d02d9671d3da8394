import { dump } from 'js-yaml';
import { isWrong, type Judged } from './judge/judgeScene';
import { SITUATIONS_OF_SCENE, type Scene } from './scene';

/** What a proof has counted. */
export interface Tally {
  readonly situations: number;
  readonly dials: number;
  /** claims by what they say, of those that a dial was held against, and of all */
  readonly reaches: number;
  readonly doesNotReach: number;
  readonly depends: number;
  readonly notChecked: number;
  readonly falselyReachable: number;
  readonly falselyNotReachable: number;
  /** what a guest that does not listen would have hidden */
  readonly untried: number;
  readonly seconds: number;
}

const count = (judged: readonly Judged[], is: (one: Judged) => boolean): number => judged.filter(is).length;

/** Counts all claims of a run. */
export const tallyOf = (judged: readonly Judged[], run: Pick<Tally, 'situations' | 'dials' | 'seconds'>): Tally => ({
  ...run,
  reaches: count(judged, ({ claim, tried }) => claim.says === 'reaches' && tried !== undefined),
  doesNotReach: count(judged, ({ claim, tried }) => claim.says === 'does not reach' && tried !== undefined),
  depends: count(judged, ({ claim }) => claim.says === 'depends'),
  notChecked: count(judged, ({ claim }) => claim.says === 'not checked'),
  falselyReachable: count(judged, (one) => isWrong(one) && one.claim.says === 'reaches'),
  falselyNotReachable: count(judged, (one) => isWrong(one) && one.claim.says === 'does not reach'),
  untried: count(judged, ({ claim, tried }) => claim.says === 'does not reach' && tried === undefined),
});

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

/** How many of a hundred claims say that it was not checked. */
export const notCheckedPercent = ({ reaches, doesNotReach, depends, notChecked, untried }: Tally): number =>
  (100 * notChecked) / Math.max(1, reaches + doesNotReach + depends + notChecked + untried);

/** The lines that a run ends with; those with `figure:` stand in the table of npm test. */
export function tallyText(seed: number, tally: Tally): string {
  const { situations, dials, reaches, doesNotReach, depends, notChecked, untried, seconds } = tally;
  const tried = reaches + doesNotReach;
  const wrong = tally.falselyReachable + tally.falselyNotReachable;
  const all = tried + depends + notChecked + untried;
  return [
    `figure: proof, seed ${seed}: ${situations} situations (${situations / SITUATIONS_OF_SCENE} projects with ${SITUATIONS_OF_SCENE} Services each), ${tried} claims held against ${dials} dials, ${tried - wrong} agree (${percent(tried - wrong, tried)}), in ${Math.round(seconds)} s`,
    `figure: proof: ${tally.falselyReachable} false "Reachable" of ${reaches}, ${tally.falselyNotReachable} false "Not reachable" of ${doesNotReach}`,
    `figure: proof: of ${all} claims ${percent(notChecked, all)} not checked, ${percent(depends, all)} depend on what the product names, ${percent(untried, all)} hidden by a guest that does not listen`,
  ].join('\n');
}

/** What was claimed about one way, and what the dials said. */
export function judgedText({ scene, namespace, service, vm, way, verdict, claim, tried }: Judged): string {
  const { place, node, from, entrance, address, port } = way;
  return [
    `scene ${scene.number} (${namespace}), ${service} to ${vm}: ${verdict}; ${place} client ${from} by ${entrance} ${address}, port ${port.name ?? port.port}${node ? `, ${node}` : ''}`,
    `  claimed: ${claim.says}${claim.because.length > 0 ? ` (${claim.because.join(', ')})` : ''}; ${tried?.isReached ? 'reached' : 'not reached'}: ${[...new Set(tried?.outcomes)].join(' | ')}`,
  ].join('\n');
}

/** A situation as plain text, to be read and to be made again. */
export const sceneText = (scene: Scene): string =>
  dump(scene, { lineWidth: 120, noRefs: true, flowLevel: 4 })
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
