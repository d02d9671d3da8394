import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { cache, logFile } from './folders.mjs';
import { run } from './processes.mjs';

const folder = path.join(cache, 'nginx');

/**
 * Debian's own nginx packages, unpacked, not installed: nothing on the machine changes and nobody has to be root.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string>} the folder that has usr/sbin/nginx and etc/nginx
 * @throws {Failure} where there is no Debian, or its packages cannot be had
 */
export async function unpackedNginx(progress) {
  const root = path.join(folder, 'root');
  if (existsSync(path.join(root, 'etc/nginx/mime.types')) && existsSync(path.join(root, 'usr/sbin/nginx'))) return root;
  if (!existsSync('/usr/bin/apt-get'))
    throw new Failure('The tests of an installation need an nginx, which they take from Debian or Ubuntu alone.');
  await progress.step('Fetching nginx (apt-get)', async () => {
    mkdirSync(folder, { recursive: true });
    const log = logFile('nginx');
    // the lists of packages are older than the packages at times
    const fetch = 'apt-get download nginx nginx-common || { apt-get update && apt-get download nginx nginx-common; }';
    const script = `{ ${fetch}; } && for package in *.deb; do dpkg -x "$package" root || exit; done`;
    const code = await run('sh', ['-c', script], { name: 'apt-get', log, cwd: folder, minutes: 5 });
    if (code !== 0) throw new Failure(`nginx could not be fetched (apt-get, exit code ${code}).`, { log });
  });
  return root;
}
