import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { cache, logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';

/**
 * The stamp is in the folder that npm ci empties first: an installation that was broken off has none.
 * @param {string} folder of the package.json
 */
const stampFile = (folder) => path.join(folder, 'node_modules/.installed-lock');

/**
 * @param {string} folder of the package.json
 * @returns {string} changes when an installation would: with the lock file, and with the system, since some packages
 * are made for one alone
 */
export function lockStamp(folder) {
  const lock = readFileSync(path.join(folder, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
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
 * @throws {Failure} when npm fails
 */
export async function install(folder, progress) {
  if (folder === repository) bringBackCache();
  if (isInstalled(folder)) return;
  const where = path.relative(repository, folder) || 'the repository';
  await progress.step(`Installing the npm packages of ${where}`, async () => {
    const log = logFile(folder === repository ? 'npm-ci' : 'npm-ci-console');
    if (folder === repository) setCacheAside();
    // the log, too, is in the cache that is set aside
    const logNow = folder === repository ? log.replace(cache, aside) : log;
    let code;
    try {
      // development dependencies are all there is, also where NODE_ENV=production is set
      code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { name: 'npm ci', log: logNow, cwd: folder });
    } finally {
      if (folder === repository) bringBackCache();
    }
    if (code !== 0) throw new Failure(`npm ci failed in ${where} (exit code ${code}).`, { log });
    markInstalled(folder);
  });
}

// npm ci empties node_modules, and with it the cache: the local cluster's state and its binary, which took minutes to build.
// Until it is done they wait in another folder that git ignores.
const aside = path.join(repository, 'test/node_modules/expose-vm-cache');

function setCacheAside() {
  mkdirSync(path.dirname(aside), { recursive: true });
  renameSync(cache, aside);
}

/** Also after a run that was broken off between the two moves. */
function bringBackCache() {
  if (!existsSync(aside)) return;
  mkdirSync(path.dirname(cache), { recursive: true });
  // logs that were begun meanwhile are worth less than what was set aside
  rmSync(cache, { recursive: true, force: true });
  renameSync(aside, cache);
  rmSync(path.dirname(aside), { recursive: true, force: true });
}
