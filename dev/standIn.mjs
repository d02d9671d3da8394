import path from 'node:path';
import { Failure } from './failure.mjs';
import { consoleFolder, dist, logFile } from './folders.mjs';
import { lastLine, untilSays } from './logTail.mjs';
import { run, start } from './processes.mjs';

/**
 * Builds the pages of the console stand-in, unless they are built.
 * @param {import('./progress.mjs').Progress} progress
 * @throws {Failure} when it does not compile
 */
export function buildStandIn(progress) {
  return progress.step('Building the console stand-in', async () => {
    const log = logFile('console-build');
    const args = [path.join(consoleFolder, 'server/build.mjs')];
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
 * @param {{ name: string, port: number, cluster: string[] }} options cluster: the arguments that tell which one
 * @returns {Promise<{ child: import('./processes.mjs').Child, url: string }>} when it answers
 * @throws {Failure} when it does not
 */
export function serveStandIn(progress, { name, port, cluster }) {
  return progress.step('Starting the console stand-in', async () => {
    const args = [
      path.join(consoleFolder, 'server/serve.mjs'),
      '--port',
      String(port),
      '--plugin',
      `expose-vm=${dist}`,
      ...cluster,
    ];
    const child = await start(process.execPath, args, { name: 'The console stand-in', log: logFile(name) });
    const [url] = await untilSays(child, /http:\/\/localhost:\d+/, { minutes: 1 });
    return { child, url };
  });
}
