import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things are. Besides node_modules and dist, all that these scripts make is under `cache`. */
// not import.meta.dirname: an old Node.js has to get as far as npm ci, which says which one is needed
export const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
export const consoleFolder = path.join(repository, 'test/console');
/** @param {string} name of a generation of consoles: the folder of what it has in other versions */
export const generationFolder = (name) => path.join(consoleFolder, 'generations', name);
export const clusterModule = path.join(repository, 'test/cluster');
export const chartModule = path.join(repository, 'test/chart');
export const workflowsModule = path.join(repository, 'test/workflows');
export const dist = path.join(repository, 'dist');

export const cache = path.join(repository, '.cache');
export const clusterBinary = path.join(cache, 'bin/cluster');
/** kubectl and virtctl, built beside it for the browser tests */
export const clientsBinary = path.join(cache, 'bin/clients');
export const helmBinary = path.join(cache, 'bin/helm');

/**
 * @param {string} name such as 'webpack'
 * @returns {string} the file for that tool's output; its folder exists
 */
export function logFile(name) {
  const folder = path.join(cache, 'log');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.log`);
}

/**
 * @param {string} name of a command that an npm package brings, or its whole path
 * @param {string} [folder] of the package.json that asks for it
 */
export const installedCommand = (name, folder = repository) => path.resolve(folder, 'node_modules/.bin', name);

/** The compiler of TypeScript 7, which checks types alone; what other tools ask of TypeScript needs version 5. */
export const tsc = path.join(repository, 'node_modules/typescript-7/bin/tsc');
