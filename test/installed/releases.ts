import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import yaml from 'js-yaml';
import { newFolder } from './container';
import { environment } from './environment';
import type { ApiObject } from '../local-cluster/localCluster';

export type ReleaseObject = ApiObject & { readonly apiVersion: string; readonly kind: string };

/** Writes a release file of a built plugin, as `npm run release` does, and returns where it is. */
export function writeRelease(dist: string, name: string, ...options: string[]): string {
  const output = path.join(newFolder('release'), `${name}.yaml`);
  const args = ['dev/release.mjs', '--dist', dist, '--output', output, ...options];
  execFileSync(process.execPath, args, { cwd: environment.repository, stdio: 'pipe' });
  return output;
}

export function objectsOf(file: string): readonly ReleaseObject[] {
  return (yaml.load(readFileSync(file, 'utf8')) as { items: ReleaseObject[] }).items;
}

/** The hash that all chunks of a build have in their names. */
export function hashOf(dist: string): string {
  const [, hash] = /-chunk-([0-9a-f]{8})\.min\.js/.exec(readdirSync(dist).join(' ')) ?? [];
  if (!hash) throw new Error(`There is no chunk in ${dist}.`);
  return hash;
}

/** The plugin as another build makes it: the same code, with another hash in the names of its chunks. */
export function nextBuild(dist: string, hash: string): string {
  const folder = newFolder('next-build');
  cpSync(dist, folder, { recursive: true });
  const before = hashOf(dist);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|json)$/.test(name)) continue;
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (text.includes(before)) writeFileSync(file, text.replaceAll(before, hash));
    if (name.includes(before)) renameSync(file, path.join(folder, name.replaceAll(before, hash)));
  }
  return folder;
}
