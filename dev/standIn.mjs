import path from 'node:path';
import { Failure } from './failure.mjs';
import { consoleFolder, dist, logFile } from './folders.mjs';
import { lastLine, untilSays } from './logTail.mjs';
import { run, start } from './processes.mjs';

/**
 * Builds the pages of the console stand-in, unless they are built.
 * @param {import('./progress.mjs').Progress} progress
 * @param {string} [generation] of consoles
 * @throws {Failure} when it does not compile
 */
export function buildStandIn(progress, generation = '4.22') {
  return progress.step(`Building the console stand-in ${generation}`, async () => {
    const log = logFile(`console-build-${generation}`);
    const args = [path.join(consoleFolder, 'server/build.mjs'), generation];
    const code = await run(process.execPath, args, {
      name: 'The build of the console stand-in',
      log,
      cwd: consoleFolder,
      minutes: 10,
    });
    if (code !== 0)
      throw new Failure(`The console stand-in could not be built (exit code ${code}): ${lastLine(log)}`, { log });
  });
}

/**
 * Serves the console stand-in with the built plugin.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ name: string, port: number, cluster: string[], release?: string }} options cluster: the arguments that
 *   tell which one; release: of the console, 4.22.0 unless given
 * @returns {Promise<{ child: import('./processes.mjs').Child, url: string }>} when it answers
 * @throws {Failure} when it does not
 */
export function serveStandIn(progress, { name, port, cluster, release = '4.22.0' }) {
  return progress.step(`Starting the console stand-in ${release}`, async () => {
    const args = [
      path.join(consoleFolder, 'server/serve.mjs'),
      '--port',
      String(port),
      '--plugin',
      `expose-vm=${dist}`,
      '--release',
      release,
      ...cluster,
    ];
    const child = await start(process.execPath, args, { name: 'The console stand-in', log: logFile(name) });
    const [url] = await untilSays(child, /http:\/\/localhost:\d+/, { minutes: 1 });
    return { child, url };
  });
}
