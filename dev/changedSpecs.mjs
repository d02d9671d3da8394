import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedCommand, repository } from './folders.mjs';

/**
 * The specs that a change can have broken, as many as daily work has the time for: every spec that imports a changed
 * file, be it through others, but of those that render (.spec.tsx, of which one takes as long as many of the others)
 * only the ones that are changed, stand beside a changed file or import it themselves.
 * @param {string[]} files that have changed
 * @returns {{ near: string[], left: number }} left: how many are left to npm test
 */
export function changedSpecs(files) {
  const args = ['--listTests', '--findRelatedTests', ...files];
  const listed = execFileSync(installedCommand('jest'), args, {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const related = listed
    .split('\n')
    .filter(Boolean)
    .map((file) => path.relative(repository, file));
  const near = related.filter(
    (spec) => !spec.endsWith('.tsx') || isNear(spec, readFileSync(path.join(repository, spec), 'utf8'), files),
  );
  return { near, left: related.length - near.length };
}

/**
 * @param {string} spec its path
 * @param {string} text what is in it
 * @param {string[]} files that have changed
 * @returns {boolean} whether it is one of them, or the spec of one, or imports one
 */
export function isNear(spec, text, files) {
  const imported = [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, module = '']) =>
    path.join(path.dirname(spec), module),
  );
  const near = new Set([spec.replace(/\.tsx?$/, ''), spec.replace(/(\.[\w-]+)*\.tsx?$/, ''), ...imported]);
  return files.some((file) => near.has(file.replace(/\.\w+$/, '')));
}
