/**
 * npm run sbom -- [FILE]: lists the packages that are in dist/, as CycloneDX: npm's own list of all installed packages,
 * without those that only build and test the plugin.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { dist, repository } from './folders.mjs';

/** @typedef {{ 'bom-ref': string, name: string, version: string, scope?: string, properties?: unknown }} Component */
/**
 * The parts of a CycloneDX document that matter here.
 * @typedef {object} Sbom
 * @property {{ component: Component & { type: string } }} metadata
 * @property {Component[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} dependencies
 */

/**
 * @param {string} licenses the text of licenses.txt, which the build writes
 * @returns {string[]} the packages in the build, as `name@version`
 */
const bundledPackages = (licenses) => [...licenses.matchAll(/^(\S+@\S+) \(.+\)$/gm)].map(([, ref = '']) => ref);

/**
 * @param {Sbom} all what npm says of everything that is installed
 * @param {string} licenses the text of licenses.txt
 * @returns {Sbom} the same of what is in the build
 * @throws {Failure} when the build has a package that npm does not know of
 */
export function onlyBundled(all, licenses) {
  const bundled = new Set(bundledPackages(licenses));
  const known = new Set(all.components.map((component) => component['bom-ref']));
  const unknown = [...bundled].filter((ref) => !known.has(ref));
  if (bundled.size === 0 || unknown.length > 0)
    throw new Failure(`dist/ was built with other packages than are installed (${unknown}): run npm run build again.`);
  const { component } = all.metadata;
  const root = component['bom-ref'];
  return {
    ...all,
    // npm calls it as the folder is called
    metadata: { ...all.metadata, component: { ...component, name: root.split('@')[0] ?? root, type: 'application' } },
    components: all.components
      .filter((one) => bundled.has(one['bom-ref']))
      // that npm knows them as tools for development is no longer so
      .map((one) => ({ ...one, scope: 'required', properties: undefined })),
    dependencies: all.dependencies
      .filter(({ ref }) => ref === root || bundled.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => bundled.has(one)) })),
  };
}

/**
 * @param {string} [file] to write it to; a name with the version in release/ without
 * @returns {string} that file
 */
function writeSbom(file) {
  const npm = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (npm.status !== 0) throw new Failure(`npm sbom failed: ${npm.stderr || npm.error?.message}`);
  const licenses = path.join(dist, 'licenses.txt');
  if (!existsSync(licenses)) throw new Failure('There is no built plugin in dist/: run npm run build first.');
  const sbom = onlyBundled(JSON.parse(npm.stdout), readFileSync(licenses, 'utf8'));
  const { version } = sbom.metadata.component;
  const target = path.resolve(file ?? path.join(repository, `release/expose-vm-${version}.cdx.json`));
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(sbom, undefined, 2)}\n`);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(writeSbom(process.argv[2]));
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
