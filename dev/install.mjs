import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';

/**
 * The stamp is in the folder that npm ci empties first: an installation that was broken off has none.
 * @param {string} folder of the package.json
 */
const stampFile = (folder) => path.join(folder, 'node_modules/.installed-lock');

/**
 * @param {string} folder of the package.json
 * @returns {string} changes when an installation would: with the lock file, with the system, since some packages are
 *   made for one alone, and with Node.js, which `engines` may refuse
 */
export function lockStamp(folder) {
  const lock = readFileSync(path.join(folder, 'package-lock.json'));
  return `${process.platform}-${process.arch}-${process.version} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

/**
 * @param {string} folder of the package.json
 * @returns {boolean} whether what its lock file says is in node_modules
 */
export function isInstalled(folder) {
  return existsSync(stampFile(folder)) && readFileSync(stampFile(folder), 'utf8') === lockStamp(folder);
}

/** @param {string} folder whose node_modules now are what the lock file says */
export function markInstalled(folder) {
  writeFileSync(stampFile(folder), lockStamp(folder));
}

/**
 * Installs what the lock file says, unless it is there.
 * @param {string} folder of the package.json
 * @param {import('./progress.mjs').Progress} progress
 * @throws {Failure} when npm fails, also because this Node.js is older than `engines` in package.json (engine-strict in
 *   .npmrc)
 */
export async function install(folder, progress) {
  if (isInstalled(folder)) return;
  const where = path.relative(repository, folder) || 'the repository';
  await progress.step(`Installing the npm packages of ${where}`, async () => {
    const log = logFile(folder === repository ? 'npm-ci' : `npm-ci-${path.basename(folder)}`);
    // development dependencies are all there is, also where NODE_ENV=production is set
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      name: 'npm ci',
      log,
      cwd: folder,
    });
    if (code !== 0)
      throw new Failure(`npm ci failed in ${where}: ${npmReason(readFileSync(log, 'utf8')) ?? `exit code ${code}`}.`, {
        log,
      });
    markInstalled(folder);
  });
}

/**
 * @param {string} output of npm
 * @returns {string | undefined} what npm says is wrong, without its codes and the path of its own log
 */
export function npmReason(output) {
  const errors = [...output.matchAll(/^npm (?:error|ERR!) (?:notsup )?(.+)$/gm)].map(([, text = '']) => text);
  const reasons = errors.filter((text) => !/^(?:code|engine|errno|syscall|path) |complete log of this run/.test(text));
  return reasons.slice(0, 3).join(' ').replace(/\.$/, '') || undefined;
}
