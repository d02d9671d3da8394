/**
 * The generations of consoles that the stand-in is built in, one folder each.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folders = path.join(root, 'generations');

/** The generation whose packages are those of the stand-in itself. */
export const BASE_GENERATION = '4.22';

/** @returns {string[]} the names of all generations */
export const generationNames = () =>
  readdirSync(folders, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** @param {string} name */
const releasesOf = (name) => JSON.parse(readFileSync(path.join(folders, name, 'generation.json'), 'utf8')).releases;

/**
 * @param {string} release such as "4.22.0-ec.1"
 * @returns {string} the generation of that console
 * @throws {Error} in one sentence, when the stand-in knows no such console
 */
export function generationOf(release) {
  const [short] = /^\d+\.\d+/.exec(release) ?? [''];
  const name = generationNames().find((one) => releasesOf(one).includes(short));
  if (name === undefined) {
    const known = generationNames().flatMap(releasesOf).join(', ');
    throw new Error(`--release ${release}: the stand-in knows the consoles ${known}.`);
  }
  return name;
}

/** @param {string} name of a generation */
export const builtHost = (name) => path.join(root, 'dist', name);

/**
 * @param {string} name of a generation
 * @returns {string} the folder of PatternFly's styles in its version
 */
export function patternFlyStyles(name) {
  const from = createRequire(path.join(name === BASE_GENERATION ? root : path.join(folders, name), 'package.json'));
  return path.dirname(from.resolve('@patternfly/patternfly/package.json'));
}
