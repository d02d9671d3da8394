import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure } from '../failure.mjs';

/**
 * A file in a ConfigMap, gzipped.
 * @typedef {{ key: string, path: string }} Placed key: its name in the ConfigMap, which has no folders; path: where it
 *   is mounted
 * @typedef {{ name: string, files: Placed[] }} Bundle a ConfigMap with such files
 * @typedef {{ name: string, files: (Placed & { content: string })[] }} FilledBundle content: in base64
 */

/** What the data of one ConfigMap may weigh: 1 MiB with its keys is what the API server takes. */
export const MOST_BYTES = 1024 * 1024;

/**
 * @param {string} folder with the built plugin
 * @returns {FilledBundle[]} all of its files, compressed, in as few ConfigMaps as hold them; each name is that of its
 *   content, so that another build does not change them
 * @throws {Failure} when there is no plugin, two files would have the same key, or one does not fit into a ConfigMap
 */
export function bundlesOf(folder, most = MOST_BYTES) {
  const names = filesOf(folder);
  if (!names.includes('plugin-manifest.json'))
    throw new Failure(`There is no plugin in ${folder}: build it first (npm run build).`);
  /** @type {FilledBundle['files'][]} */
  const groups = [[]];
  let left = most;
  const keys = new Set();
  for (const name of names) {
    const compressed = gzipSync(readFileSync(path.join(folder, name)), { level: 9 });
    const key = `${name.replaceAll('/', '.')}.gz`;
    const weight = compressed.length + key.length;
    if (keys.has(key)) throw new Failure(`Two files of ${folder} would be called ${key}.`);
    if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key)) throw new Failure(`${name} cannot be the key of a ConfigMap.`);
    if (weight > most) throw new Failure(`${name} is too large for a ConfigMap: ${weight} bytes compressed.`);
    if (weight > left) {
      groups.push([]);
      left = most;
    }
    keys.add(key);
    left -= weight;
    groups.at(-1)?.push({ key, path: `${name}.gz`, content: compressed.toString('base64') });
  }
  return groups.map((files) => ({ name: `expose-vm-files-${hashOf(files)}`, files }));
}

/** @param {string} folder */
function filesOf(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      .map((name) => name.split(path.sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}

/** @param {FilledBundle['files']} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const { path: name, content } of files) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex').slice(0, 10);
}

/**
 * What stays served of the release before: pages that are open ask for its files.
 * @param {Record<string, any>[]} objects of the release file before
 * @param {Bundle[]} bundles of this release, whose files go first
 * @returns {Bundle[]} the files that this release does not have
 */
export function bundlesBefore(objects, bundles) {
  const now = new Set(bundles.flatMap(({ files }) => files.map((file) => file.path)));
  const web = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'expose-vm');
  const volumes = /** @type {Record<string, any>[]} */ (web?.spec.template.spec.volumes ?? []);
  const sources = /** @type {Record<string, any>[]} */ (
    volumes.find(({ name }) => name === 'files')?.projected.sources
  );
  if (!sources) throw new Failure('That is not a release file of Expose VM: it has no Deployment that serves files.');
  return (
    sources
      // not those of the release before that one
      .filter(({ configMap }) => !configMap.optional)
      .map(({ configMap }) => ({
        name: configMap.name,
        files: configMap.items.filter((/** @type {Placed} */ item) => !now.has(item.path)),
      }))
      .filter(({ files }) => files.length > 0)
  );
}
