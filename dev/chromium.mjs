import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { logFile, repository } from './folders.mjs';
import { run } from './processes.mjs';

/** Chromium without windows: the same pages, scripts and styles for less than half of the work. */
const shell = 'chromium-headless-shell';
const commands = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
// not on the PATH there
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {(file: string) => boolean} isExecutable
 * @property {() => string | undefined} playwrights the file where Playwright would have its own browser
 */

/**
 * @param {Machine} machine
 * @returns {string | undefined} a Chromium: the one asked for, else the system's, else Playwright's own
 * @throws {Failure} when the one asked for is not there
 */
export function findChromium({ env, platform, isExecutable, playwrights }) {
  if (env.CHROME_BIN) {
    if (isExecutable(env.CHROME_BIN)) return env.CHROME_BIN;
    throw new Failure(`CHROME_BIN is ${env.CHROME_BIN}, which is not a program. Correct it, or unset it.`);
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  const own = playwrights();
  const candidates = [...onPath, ...(platform === 'darwin' ? macApplications : []), ...(own ? [own] : [])];
  return candidates.find(isExecutable);
}

/**
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string>} a Chromium; on Debian, root installs the one without windows, or else the usual one
 * @throws {Failure} when there is none
 */
export async function availableChromium(progress) {
  const machine = thisMachine();
  const found = findChromium(machine);
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (found && (machine.env.CHROME_BIN || path.basename(found) === shell || !canInstall)) return found;
  if (!canInstall) {
    throw new Failure(
      'No Chromium was found for the browser tests: install chromium or google-chrome, run npx playwright install chromium, or name one in CHROME_BIN.',
    );
  }
  const log = logFile('apt-get');
  await progress.step('Installing Chromium (apt-get)', async () => {
    // Not every system that has apt-get has the package without windows.
    const packages = found ? [shell] : [shell, 'chromium'];
    const attempts = packages.map((name) => `apt-get install --yes --no-install-recommends ${name}`);
    const script = ['apt-get update', attempts.join(' || ')].join('; ');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const code = await run('sh', ['-c', script], { name: 'apt-get', log, env, minutes: 15 });
    if (code !== 0 && !found)
      throw new Failure(
        `Chromium could not be installed (apt-get, exit code ${code}): install it, or name one in CHROME_BIN.`,
        { log },
      );
  });
  const installed = findChromium(machine);
  if (!installed) throw new Failure('apt-get installed Chromium, but there is no such command on the PATH.', { log });
  return installed;
}

/** @returns {Machine} */
function thisMachine() {
  return {
    env: process.env,
    platform: process.platform,
    isExecutable(file) {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    },
    playwrights() {
      try {
        // asked in another process: the package may have been installed after this one began
        const program = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
        return execFileSync(process.execPath, ['-e', program], { cwd: repository, encoding: 'utf8' });
      } catch {
        return undefined;
      }
    },
  };
}
