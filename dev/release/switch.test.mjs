import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { repository } from '../folders.mjs';

/**
 * charts/expose-vm/files/switch.sh with the real bash and curl, against a server that answers as the API server does.
 * The real one is in test/installed.
 */
const SCRIPT = path.join(repository, 'charts/expose-vm/files/switch.sh');
const PLUGIN = '/apis/console.openshift.io/v1/consoleplugins/expose-vm';

/** @typedef {{ op: string, path: string, value?: unknown }} Operation */
/**
 * @typedef {object} Cluster
 * @property {string[] | undefined} plugins spec.plugins
 * @property {string} minor of the version of Kubernetes
 * @property {boolean} hasPlugin whether the ConsolePlugin is there
 * @property {(plugins: string[] | undefined) => string[] | undefined} [meanwhile] what somebody else makes of the list
 *   between a read and the next write, once
 * @property {number[]} refusals the statuses of the next answers, in place of the right ones
 * @property {Operation[][]} patches all that were sent
 * @property {string[]} events lines of the next watch
 */

const account = mkdtempSync(path.join(os.tmpdir(), 'switch-'));
process.on('exit', () => rmSync(account, { recursive: true }));
before(() => {
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    'key',
  ];
  const names = ['-out', 'ca.crt', '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...args, ...names], { cwd: account, stdio: 'ignore' });
  writeFileSync(path.join(account, 'token'), 'secret');
});

/**
 * @param {Cluster} cluster
 * @param {Operation[]} operations
 * @returns {boolean} whether all of them could be done, and are
 */
function patch(cluster, operations) {
  const list = cluster.plugins && [...cluster.plugins];
  for (const { op, path: at, value } of operations) {
    const index = at.replace('/spec/plugins', '').slice(1);
    const there = index === '' ? list : list?.[Number(index)];
    if (op === 'test' && JSON.stringify(there ?? null) !== JSON.stringify(value)) return false;
    if (op === 'add' && index === '') cluster.plugins = /** @type {string[]} */ (value);
    if (op === 'add' && index === '-') cluster.plugins = [...(list ?? []), String(value)];
    if (op === 'remove') cluster.plugins = list?.filter((_, position) => position !== Number(index));
  }
  return true;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string} verb
 * @param {Partial<Cluster>} given
 */
async function run(t, verb, given) {
  /** @type {Cluster} */
  const cluster = { plugins: [], minor: '33', hasPlugin: true, refusals: [], patches: [], events: [], ...given };
  const tls = { key: readFileSync(path.join(account, 'key')), cert: readFileSync(path.join(account, 'ca.crt')) };
  const server = https.createServer(tls, async (request, response) => {
    const answer = (/** @type {number} */ status, /** @type {unknown} */ body) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '', 'https://server');
    const refusal = cluster.refusals.shift();
    if (request.headers.authorization !== 'Bearer secret') return answer(401, { message: 'Unauthorized' });
    if (refusal) return answer(refusal, { message: 'not now' });
    if (url.pathname === '/version') return answer(200, { major: '1', minor: cluster.minor });
    if (url.pathname === PLUGIN) return answer(cluster.hasPlugin ? 200 : 404, {});
    if (url.searchParams.has('watch')) {
      cluster.hasPlugin = false;
      return response.end(cluster.events.map((event) => `${event}\n`).join(''));
    }
    if (request.method === 'PATCH') {
      const operations = /** @type {Operation[]} */ (JSON.parse(body));
      cluster.patches.push(operations);
      return patch(cluster, operations) ? answer(200, {}) : answer(422, { message: 'the test failed' });
    }
    const metadata = {
      annotations: { old: '{"spec":{"plugins":["in an annotation"]}}' },
      managedFields: [{ fieldsV1: { 'f:spec': { 'f:plugins': {} } } }],
    };
    answer(200, { metadata, spec: { logLevel: 'Normal', plugins: cluster.plugins } });
    if (cluster.meanwhile) cluster.plugins = cluster.meanwhile(cluster.plugins);
    cluster.meanwhile = undefined;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const child = spawn('bash', [SCRIPT, verb], {
    env: {
      PATH: process.env.PATH,
      KUBERNETES_SERVICE_HOST: '127.0.0.1',
      KUBERNETES_SERVICE_PORT: String(port),
      SERVICE_ACCOUNT_FOLDER: account,
      RETRY_SECONDS: '0.01',
    },
  });
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  child.stderr.on('data', (text) => (output += text));
  const code = new Promise((resolve) => child.on('close', resolve));
  return { cluster, child, code, said: () => output };
}

const others = ['monitoring-plugin', 'networking-console-plugin'];

for (const [title, plugins, want] of /** @type {const} */ ([
  ['beside others', others, [...others, 'expose-vm']],
  ['as the first', [], ['expose-vm']],
  ['where there is no list', undefined, ['expose-vm']],
  ['not twice', ['expose-vm', 'other'], ['expose-vm', 'other']],
  ['beside one whose name contains its own', ['not-expose-vm'], ['not-expose-vm', 'expose-vm']],
]))
  test(`enables the plugin ${title}`, async (t) => {
    const { cluster, code, said } = await run(t, 'enable', { plugins: plugins && [...plugins] });
    assert.equal(await code, 0, said());
    assert.deepEqual(cluster.plugins, want);
    assert.equal(cluster.patches.length, plugins?.includes('expose-vm') ? 0 : 1);
  });

test('a list that changes meanwhile is read again, and the change stays', async (t) => {
  for (const [verb, plugins, meanwhile, want] of /** @type {const} */ ([
    ['enable', ['a'], () => ['a', 'b'], ['a', 'b', 'expose-vm']],
    ['enable', undefined, () => ['b'], ['b', 'expose-vm']],
    ['disable', ['a', 'expose-vm'], () => ['expose-vm'], []],
    ['disable', ['expose-vm', 'a'], () => ['b', 'a', 'expose-vm'], ['b', 'a']],
  ])) {
    const { cluster, code, said } = await run(t, verb, {
      plugins: plugins && [...plugins],
      meanwhile: () => [...meanwhile()],
    });
    assert.equal(await code, 0, said());
    assert.deepEqual(cluster.plugins, want);
    assert.equal(cluster.patches.length, 2);
  }
});

test('disables the plugin, also when it is in the list twice', async (t) => {
  const { cluster, code, said } = await run(t, 'disable', { plugins: ['expose-vm', 'a', 'expose-vm'] });
  assert.equal(await code, 0, said());
  assert.deepEqual(cluster.plugins, ['a']);
});

test('tries again when the server is busy, or the role is not there yet', async (t) => {
  const { cluster, code, said } = await run(t, 'enable', { plugins: [], refusals: [503, 401, 403, 429] });
  assert.equal(await code, 0, said());
  assert.deepEqual(cluster.plugins, ['expose-vm']);
});

test('an older cluster is told so, and left alone', async (t) => {
  const { cluster, code, said } = await run(t, 'enable', { minor: '32' });
  assert.equal(await code, 1);
  assert.match(said(), /needs OpenShift 4\.20 or later \(Kubernetes 1\.33\); this cluster runs Kubernetes 1\.32\. The/);
  assert.deepEqual(cluster.patches, []);
  const newer = await run(t, 'enable', { minor: '34+' });
  assert.equal(await newer.code, 0, newer.said());
});

test('says what the server said when it gives up', async (t) => {
  const { code, said } = await run(t, 'disable', { refusals: Array.from({ length: 200 }, () => 403) });
  assert.equal(await code, 1);
  assert.match(said(), /the plugin could not be disabled: HTTP status 403 \{"message":"not now"\}/);
});

test('a list that has changed since the watch began is read again', async (t) => {
  const { cluster, child } = await run(t, 'watch', {
    plugins: ['a', 'expose-vm'],
    meanwhile: () => ['b', 'a', 'expose-vm'],
    events: ['{"type":"DELETED","object":{}}'],
  });
  while (cluster.plugins?.includes('expose-vm')) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(cluster.plugins, ['b', 'a']);
  child.kill('SIGTERM');
});

test('while it watches, the plugin stays enabled, until its ConsolePlugin is deleted', async (t) => {
  const { cluster, child, code, said } = await run(t, 'watch', {
    plugins: ['a', 'expose-vm'],
    events: ['{"type":"ADDED","object":{}}', '{"type":"MODIFIED","object":{}}', '{"type":"DELETED","object":{}}'],
  });
  while (cluster.plugins?.length !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(cluster.plugins, ['a']);
  child.kill('SIGTERM');
  assert.equal(await code, 0, said());
  assert.equal(cluster.patches.length, 1);
});
