import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { cache, logFile } from './folders.mjs';
import { run } from './processes.mjs';

/** @returns {boolean} whether this is a Debian or Ubuntu, whose packages can be had */
export const hasDebianPackages = () => existsSync('/usr/bin/apt-get');

/**
 * Debian's own packages, unpacked into the cache once, not installed: nothing on the machine changes and nobody has to
 * be root.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ name: string, packages: string[], files: string[] }} wanted files: those that show that all is there
 * @returns {Promise<string>} the folder that has their files, such as usr/sbin/nginx
 * @throws {Failure} when they cannot be fetched
 */
export async function unpackedPackages(progress, { name, packages, files }) {
  const folder = path.join(cache, name);
  const root = path.join(folder, 'root');
  if (files.every((file) => existsSync(path.join(root, file)))) return root;
  await progress.step(`Fetching ${name} (apt-get)`, async () => {
    mkdirSync(folder, { recursive: true });
    const log = logFile(name);
    // the lists of packages are older than the packages at times
    const download = `apt-get download ${packages.join(' ')}`;
    const fetch = `${download} || { apt-get update && ${download}; }`;
    const script = `{ ${fetch}; } && for package in *.deb; do dpkg -x "$package" root || exit; done`;
    const code = await run('sh', ['-c', script], { name: 'apt-get', log, cwd: folder, minutes: 5 });
    if (code !== 0) throw new Failure(`${name} could not be fetched (apt-get, exit code ${code}).`, { log });
  });
  return root;
}
