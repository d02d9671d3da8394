import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { readCommandLine } from './commandLine.mjs';
import { readKubeconfig } from './kubeconfig.mjs';
import { temporaryFolder } from './standInFixtures.mjs';

/** Writes a kubeconfig with one context "dev" whose user and cluster are given. */
function kubeconfig(t, user, cluster = {}) {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'config');
  fs.writeFileSync(
    file,
    stringify({
      'current-context': 'dev',
      contexts: [
        { name: 'dev', context: { cluster: 'c', user: 'me' } },
        { name: 'other', context: { cluster: 'gone', user: 'me' } },
      ],
      clusters: [{ name: 'c', cluster: { server: 'https://api.example:6443', ...cluster } }],
      users: [{ name: 'me', user }],
    }),
  );
  return { folder, file };
}

const base64 = (text) => Buffer.from(text).toString('base64');

test('a token and an inline CA', (t) => {
  const { file } = kubeconfig(t, { token: 'abc' }, { 'certificate-authority-data': base64('CA') });
  const api = readKubeconfig(file);
  assert.equal(api.server, 'https://api.example:6443');
  assert.equal(String(api.ca), 'CA');
  assert.equal(api.users.me.token, 'abc');
});

test('a client certificate; files are relative to the kubeconfig', (t) => {
  const { file, folder } = kubeconfig(
    t,
    { 'client-certificate': 'me.crt', 'client-key-data': base64('KEY') },
    { 'certificate-authority': 'ca.crt' },
  );
  fs.writeFileSync(path.join(folder, 'me.crt'), 'CERT');
  fs.writeFileSync(path.join(folder, 'ca.crt'), 'CA');
  const api = readKubeconfig(file);
  assert.deepEqual([api.ca, api.users.me.cert, api.users.me.key].map(String), ['CA', 'CERT', 'KEY']);
});

test('verification switched off, and another server name', (t) => {
  const { file } = kubeconfig(
    t,
    { token: 'abc' },
    { 'insecure-skip-tls-verify': true, 'tls-server-name': 'kubernetes' },
  );
  const api = readKubeconfig(file);
  assert.equal(api.insecureSkipTlsVerify, true);
  assert.equal(api.serverName, 'kubernetes');
});

test('a token file is read again each time', async (t) => {
  const { file, folder } = kubeconfig(t, { tokenFile: 'token' });
  fs.writeFileSync(path.join(folder, 'token'), 'one\n');
  const { refresh } = readKubeconfig(file).users.me;
  assert.deepEqual(await refresh(), { token: 'one' });
  fs.writeFileSync(path.join(folder, 'token'), 'two\n');
  assert.deepEqual(await refresh(), { token: 'two' });
});

test('a credential plugin is run, and again only when its answer expires', async (t) => {
  const { file, folder } = kubeconfig(t, {
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './login.mjs',
      args: ['--cluster', 'dev'],
      env: [{ name: 'LIFETIME_MS', value: '3600000' }],
    },
  });
  fs.writeFileSync(
    path.join(folder, 'login.mjs'),
    `#!/usr/bin/env node
import fs from 'node:fs';
fs.appendFileSync(new URL('./runs', import.meta.url), process.argv.slice(2).join(' ') + JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind + '\\n');
const expirationTimestamp = new Date(Date.now() + Number(process.env.LIFETIME_MS)).toISOString();
console.log(JSON.stringify({ kind: 'ExecCredential', status: { token: 'from-plugin', expirationTimestamp } }));
`,
    { mode: 0o755 },
  );
  const { refresh } = readKubeconfig(file).users.me;
  const answers = await Promise.all([refresh(), refresh()]);
  assert.deepEqual(
    answers.map(({ token }) => token),
    ['from-plugin', 'from-plugin'],
  );
  assert.equal((await refresh()).token, 'from-plugin');
  assert.equal(fs.readFileSync(path.join(folder, 'runs'), 'utf8'), '--cluster devExecCredential\n');
});

test('a credential plugin that fails says so, and is tried again', async (t) => {
  const { file } = kubeconfig(t, { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: './absent' } });
  const { refresh } = readKubeconfig(file).users.me;
  await assert.rejects(refresh(), /The credential plugin \.\/absent failed/);
  await assert.rejects(refresh(), /The credential plugin \.\/absent failed/);
});

for (const [what, user, sentence] of [
  ['a password', { username: 'me', password: 'x' }, /API servers no longer accept/],
  ['an auth-provider', { 'auth-provider': { name: 'oidc' } }, /which Kubernetes removed/],
  ['nothing', {}, /has no credentials the stand-in knows/],
]) {
  test(`${what} as credentials is refused in one sentence`, (t) => {
    assert.throws(() => readKubeconfig(kubeconfig(t, user).file), sentence);
  });
}

test('a context, or what it names, that does not exist is named', (t) => {
  const { file } = kubeconfig(t, { token: 'abc' });
  assert.throws(() => readKubeconfig(file, 'prod'), /has no context named prod; it has dev, other\./);
  assert.throws(() => readKubeconfig(file, 'other'), /has no cluster named gone; it has c\./);
});

test('a cluster behind a proxy is refused in one sentence', (t) => {
  const { file } = kubeconfig(t, { token: 'abc' }, { 'proxy-url': 'http://proxy' });
  assert.throws(() => readKubeconfig(file), /proxy-url\), which the stand-in does not support/);
});

test('the command line reads what the local cluster wrote', async (t) => {
  const folder = temporaryFolder(t);
  fs.writeFileSync(path.join(folder, 'ca.crt'), 'CA');
  const file = path.join(folder, 'cluster.json');
  fs.writeFileSync(
    file,
    JSON.stringify({ apiServer: 'https://127.0.0.1:6443', caFile: 'ca.crt', users: { admin: 'a', viewer: 'v' } }),
  );
  const options = await readCommandLine(['--port', '9100', '--cluster-json', file, '--plugin', 'expose-vm=dist']);
  assert.equal(options.port, 9100);
  assert.equal(String(options.api.ca), 'CA');
  assert.deepEqual(options.api.users, { admin: { token: 'a' }, viewer: { token: 'v' } });
  assert.deepEqual(options.plugins, { 'expose-vm': 'dist' });
});

test('a wrong command line is one sentence', async () => {
  await assert.rejects(readCommandLine([]), /Give either --cluster-json FILE or --kubeconfig FILE\./);
  await assert.rejects(readCommandLine(['--port', 'x', '--kubeconfig', 'f']), /--port x is not a port number\./);
  await assert.rejects(readCommandLine(['--kubeconfig', 'absent', '--plugin', 'expose-vm']), /ENOENT|write NAME=DIR/);
  assert.equal(await readCommandLine(['--help']), undefined);
});
