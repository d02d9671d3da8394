import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { bundlesBefore, bundlesOf, MOST_BYTES } from './bundles.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * @param {TestContext} t
 * @param {Record<string, string | Buffer>} files
 * @returns {string} a folder with a plugin of these files
 */
function plugin(t, files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bundles-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries({ 'plugin-manifest.json': '{}', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const weightOf = (/** @type {import('./bundles.mjs').FilledBundle} */ { files }) =>
  files.reduce((sum, { key, content }) => sum + key.length + Buffer.from(content, 'base64').length, 0);

test('every file is in a ConfigMap once, as it was, with its path', (t) => {
  const files = { 'a.js': 'first', 'locales/en/plugin__expose-vm.json': '{"Service":"Service"}' };
  const [bundle, ...others] = bundlesOf(plugin(t, files));
  assert.equal(others.length, 0);
  assert.match(bundle?.name ?? '', /^expose-vm-files-[0-9a-f]{10}$/);
  const served = bundle?.files.map((file) => [
    file.path,
    file.key,
    gunzipSync(Buffer.from(file.content, 'base64')) + '',
  ]);
  assert.deepEqual(served, [
    ['a.js.gz', 'a.js.gz', 'first'],
    ['locales/en/plugin__expose-vm.json.gz', 'locales.en.plugin__expose-vm.json.gz', '{"Service":"Service"}'],
    ['plugin-manifest.json.gz', 'plugin-manifest.json.gz', '{}'],
  ]);
});

test('no ConfigMap weighs more than the API server takes, and none is empty', (t) => {
  const names = Array.from({ length: 9 }, (_, at) => `chunk-${at}.js`);
  const folder = plugin(t, Object.fromEntries(names.map((name) => [name, randomBytes(300_000)])));
  const bundles = bundlesOf(folder);
  assert.equal(bundles.length, 3);
  for (const bundle of bundles) {
    assert.ok(weightOf(bundle) <= MOST_BYTES, `${bundle.name} weighs ${weightOf(bundle)}`);
    assert.ok(bundle.files.length > 0);
  }
  assert.equal(new Set(bundles.map(({ name }) => name)).size, 3);
  assert.deepEqual(bundles.flatMap(({ files }) => files.map((file) => file.path)).sort(), [
    ...names.map((name) => `${name}.gz`),
    'plugin-manifest.json.gz',
  ]);
});

test('the same content has the same name, other content another', (t) => {
  const [one, same, other] = ['x', 'x', 'y'].map((text) => bundlesOf(plugin(t, { 'a.js': text }))[0]?.name);
  assert.equal(one, same);
  assert.notEqual(one, other);
});

test('says what is wrong with a folder', (t) => {
  assert.throws(() => bundlesOf(path.join(os.tmpdir(), 'no such folder')), /There is no plugin in .*build it first/);
  assert.throws(() => bundlesOf(plugin(t, { 'a.b': '1', 'a/b': '2' })), /Two files .* would be called a\.b\.gz/);
  assert.throws(() => bundlesOf(plugin(t, { 'a b.js': '' })), /a b\.js cannot be the key/);
  assert.throws(() => bundlesOf(plugin(t, { 'a.js': randomBytes(2000) }), 1000), /a\.js is too large for a ConfigMap/);
});

/** @param {{ name: string, optional?: boolean, paths: string[] }[]} sources */
const serving = (sources) => ({
  kind: 'Deployment',
  metadata: { name: 'expose-vm' },
  spec: {
    template: {
      spec: {
        volumes: [
          {
            name: 'files',
            projected: {
              sources: sources.map(({ name, optional, paths }) => ({
                configMap: { name, optional, items: paths.map((file) => ({ key: file, path: file })) },
              })),
            },
          },
        ],
      },
    },
  },
});

test('of the release before, the files that this one does not have stay, and none of the one before that', () => {
  const now = [{ name: 'new', files: [{ key: 'entry', path: 'entry' }] }];
  const before = serving([
    { name: 'old', paths: ['entry', 'chunk-1'] },
    { name: 'older', optional: true, paths: ['chunk-0'] },
    { name: 'same', paths: ['entry'] },
  ]);
  assert.deepEqual(bundlesBefore([{ kind: 'Service', metadata: {} }, before], now), [
    { name: 'old', files: [{ key: 'chunk-1', path: 'chunk-1' }] },
  ]);
  assert.throws(() => bundlesBefore([], now), /not a release file/);
});
