import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { repository } from './folders.mjs';

/**
 * The files that differ from what everybody has: not committed yet, or committed on this branch since it left
 * origin/main (main where there is no such branch).
 * @param {string} [folder] of the repository
 * @returns {string[]} their paths, also of those that are gone; of a moved file both
 */
export function changedFiles(folder = repository) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const base = ['origin/main', 'main', 'HEAD'].flatMap((branch) => {
    try {
      return [git('merge-base', 'HEAD', branch).trim()];
    } catch {
      return [];
    }
  })[0];
  const listed =
    git('diff', '-z', '--name-only', '--no-renames', base ?? 'HEAD') +
    git('ls-files', '-z', '--others', '--exclude-standard');
  return [...new Set(listed.split('\0').filter(Boolean))].sort();
}

/** @param {RegExp} pattern of the files that can break a stage, which then does all of its work */
export const touchedBy = (pattern) => (/** @type {string[]} */ files) =>
  files.some((file) => pattern.test(file)) ? [] : undefined;

/**
 * @param {RegExp} pattern of the files that the tool is given by name
 * @param {RegExp} [everywhere] of those that can break all others
 */
export const filesLike =
  (pattern, everywhere = /^package-lock\.json$/) =>
  (/** @type {string[]} */ files) => {
    if (files.some((file) => everywhere.test(file))) return [];
    const named = files.filter((file) => pattern.test(file) && existsSync(path.join(repository, file)));
    return named.length > 0 ? named : undefined;
  };
