import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Failure } from './failure.mjs';
import { repository } from './folders.mjs';
import { onlyBundled } from './sbom.mjs';

/** What npm says of this repository. */
function all() {
  const npm = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(npm.status, 0, npm.stderr);
  return JSON.parse(npm.stdout);
}

test('the list of what is in the build has the packages of the build, with license, hash and package URL', () => {
  const sbom = all();
  const yaml = sbom.components.find((/** @type {{ name: string }} */ { name }) => name === 'js-yaml');
  assert.ok(sbom.components.length > 100);
  const { metadata, components, dependencies } = onlyBundled(
    sbom,
    `Text.\n\n${yaml['bom-ref']} (MIT)\n\nThe license\n`,
  );
  assert.equal(metadata.component.name, 'expose-vm');
  assert.equal(components.length, 1);
  const [only] = components;
  assert.equal(only?.scope, 'required');
  assert.equal(only.properties, undefined);
  assert.match(JSON.stringify(only), /"purl":"pkg:npm\/js-yaml@.*"alg":"SHA-512".*"id":"MIT"/);
  assert.deepEqual(
    dependencies.map(({ ref }) => ref),
    [metadata.component['bom-ref'], yaml['bom-ref']],
  );
});

test('a build with packages that are not installed, and one without any, have no list', () => {
  const sbom = { metadata: { component: {} }, components: [], dependencies: [] };
  const listing = (/** @type {string} */ text) => () => onlyBundled(/** @type {any} */ (sbom), text);
  assert.throws(listing('gone@1.0.0 (MIT)\n'), Failure);
  assert.throws(listing(''), Failure);
});
