// cspell:ignore libbsd libedit libgmp libjansson libmd libmnl libnftables libnftnl libxtables
import { accessSync, chmodSync, constants, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasDebianPackages, unpackedPackages } from './debianPackages.mjs';
import { Failure } from './failure.mjs';

/** Where systems have it, also those whose users do not have these folders on their PATH. */
const folders = ['/usr/sbin', '/sbin', '/usr/local/sbin'];
/** nft and the libraries that a small system lacks. */
const packages = [
  'nftables',
  'libnftables1',
  'libnftnl11',
  'libmnl0',
  'libjansson4',
  'libxtables12',
  'libgmp10',
  'libedit2',
  'libbsd0',
  'libmd0',
];

/**
 * @typedef {object} System
 * @property {NodeJS.Platform} platform
 * @property {string} path the folders of PATH
 * @property {(file: string) => boolean} isExecutable
 */

/**
 * @param {System} system
 * @returns {string | undefined} the system's own nft
 */
export function findNft({ path: list, isExecutable }) {
  const candidates = [...list.split(path.delimiter).filter(Boolean), ...folders].map((folder) => `${folder}/nft`);
  return candidates.find(isExecutable);
}

/**
 * The program nft, with which the local cluster carries traffic: the system's own, or Debian's package unpacked.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string | undefined>} nothing where it cannot be had: the cluster goes on without, and says so
 */
export async function availableNft(progress) {
  const system = thisSystem();
  if (system.platform !== 'linux') return undefined;
  const found = findNft(system);
  if (found || !hasDebianPackages()) return found;
  try {
    return await unpackedNft(progress);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    progress.say(`  ${error.message}`);
    return undefined;
  }
}

/** @param {import('./progress.mjs').Progress} progress */
async function unpackedNft(progress) {
  const root = await unpackedPackages(progress, { name: 'nftables', packages, files: ['usr/sbin/nft'] });
  const libraries = readdirSync(path.join(root, 'usr/lib')).map((name) => path.join(root, 'usr/lib', name));
  // it is looked for by its name
  const program = path.join(root, 'nft');
  const script = `#!/bin/sh\nLD_LIBRARY_PATH='${libraries.join(':')}' exec '${root}/usr/sbin/nft' "$@"\n`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  return program;
}

/** @returns {System} */
function thisSystem() {
  return {
    platform: process.platform,
    path: process.env.PATH ?? '',
    isExecutable(file) {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}
