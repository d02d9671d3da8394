import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import WebSocket from 'ws';
import { startConsole } from './serve.mjs';
import { makeCertificate, makePlugin, rawRequest, startEchoApi, temporaryFolder } from './standInFixtures.mjs';

/** A stand-in over an echoing API server with two users and one plugin; both end with the test. */
async function standIn(t, { tls, api = {}, ...options } = {}) {
  const folder = temporaryFolder(t);
  const certificate = tls && makeCertificate(folder);
  if (tls && !certificate) {
    t.skip('there is no openssl');
    return undefined;
  }
  const echo = await startEchoApi(certificate);
  t.after(() => echo.close());
  const running = await startConsole({
    port: 0,
    api: {
      server: echo.url,
      ca: certificate?.cert,
      users: { admin: { token: 'token-admin' }, viewer: { token: 'token-viewer' } },
      ...api,
    },
    plugins: { sample: makePlugin(folder) },
    ...options,
  });
  t.after(() => running.close());
  const page = await rawRequest(running.url, '/k8s/ns/prod2/virtualmachines');
  return { url: running.url, echo, page, csrf: /csrf-token=([^;]+)/.exec(page.headers['set-cookie'][0])[1] };
}

test('every console address answers with the page and its flags', async (t) => {
  const { page } = await standIn(t);
  assert.equal(page.status, 200);
  const flags = JSON.parse(/SERVER_FLAGS = (.*);\n/.exec(page.body)[1]);
  assert.equal(flags.basePath, '/');
  assert.equal(flags.releaseVersion, '4.22.0');
  assert.deepEqual(flags.consolePlugins, ['sample']);
  assert.deepEqual(flags.i18nNamespaces, ['plugin__sample']);
  assert.deepEqual(flags.standIn.users, ['admin', 'viewer']);
  assert.deepEqual([...flags.standIn.languages].sort(), ['de', 'en']);
});

test('the policy is enforced, allows no eval, and its nonce is new each time', async (t) => {
  const { url, page } = await standIn(t);
  const policy = page.headers['content-security-policy'];
  assert.equal(page.headers['content-security-policy-report-only'], undefined);
  assert.match(policy, /default-src 'self';/);
  assert.match(policy, /object-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-eval/);
  const nonceOf = (answer) => /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'])[1];
  assert.ok(page.body.includes(`<script nonce="${nonceOf(page)}">`));
  assert.notEqual(nonceOf(await rawRequest(url, '/')), nonceOf(page));
});

test('requests reach the API server with the default user’s token, without cookies or Origin', async (t) => {
  const { url, echo } = await standIn(t);
  const answer = await rawRequest(url, '/api/kubernetes/api/v1/namespaces/prod2/services?limit=250', {
    headers: {
      cookie: 'other=1',
      origin: 'http://somewhere',
      accept: 'application/json',
      authorization: 'Bearer stolen',
    },
  });
  assert.equal(answer.status, 200);
  const [received] = echo.requests;
  assert.equal(received.url, '/api/v1/namespaces/prod2/services?limit=250');
  assert.equal(received.headers.authorization, 'Bearer token-admin');
  assert.equal(received.headers.accept, 'application/json');
  assert.equal(received.headers.cookie, undefined);
  assert.equal(received.headers.origin, undefined);
});

test('the cookie standin-user chooses who acts; an unknown name is the default user', async (t) => {
  const { url, echo } = await standIn(t, { defaultUser: 'viewer' });
  await rawRequest(url, '/api/kubernetes/api', { headers: { cookie: 'standin-user=admin' } });
  await rawRequest(url, '/api/kubernetes/api', { headers: { cookie: 'standin-user=toString' } });
  await rawRequest(url, '/api/kubernetes/api', { headers: { cookie: 'standin-user=%E0%A4%A' } });
  assert.deepEqual(
    echo.requests.map(({ headers }) => headers.authorization),
    ['Bearer token-admin', 'Bearer token-viewer', 'Bearer token-viewer'],
  );
});

test('the API server’s own status and body come back', async (t) => {
  const { url } = await standIn(t);
  const answer = await rawRequest(url, '/api/kubernetes/missing');
  assert.equal(answer.status, 404);
  assert.equal(JSON.parse(answer.body).url, '/missing');
});

test('an API server that is away gives 502 and a sentence', async (t) => {
  const { url } = await standIn(t, { api: { server: 'http://127.0.0.1:9' } });
  const answer = await rawRequest(url, '/api/kubernetes/version');
  assert.equal(answer.status, 502);
  assert.match(answer.body, /The API server at http:\/\/127\.0\.0\.1:9 cannot be reached/);
});

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
  test(`${method} needs the CSRF token both as header and as cookie`, async (t) => {
    const { url, echo, csrf } = await standIn(t);
    const send = (headers) =>
      rawRequest(url, '/api/kubernetes/api/v1/namespaces/prod2/services', { method, headers, body: '{"a":1}' });
    const cookie = `csrf-token=${csrf}`;
    assert.equal((await send({})).status, 403);
    assert.equal((await send({ cookie })).status, 403);
    assert.equal((await send({ 'x-csrftoken': csrf })).status, 403);
    assert.equal((await send({ cookie, 'x-csrftoken': 'other' })).status, 403);
    assert.equal(echo.requests.length, 0);
    assert.equal((await send({ cookie, 'x-csrftoken': csrf })).status, 200);
    assert.equal(echo.requests[0].body, '{"a":1}');
  });
}

test('a foreign Host name is refused, for pages and for the API', async (t) => {
  const { url, echo } = await standIn(t);
  for (const path of ['/', '/api/kubernetes/version']) {
    assert.equal((await rawRequest(url, path, { headers: { host: 'attacker.example' } })).status, 403);
  }
  assert.equal(echo.requests.length, 0);
});

test('https: the API server’s certificate is checked against the CA', async (t) => {
  const running = await standIn(t, { tls: true });
  if (running) {
    assert.equal((await rawRequest(running.url, '/api/kubernetes/version')).status, 200);
  }
});

test('https: an unknown CA is refused, unless verification is switched off', async (t) => {
  const running = await standIn(t, { tls: true, api: { ca: undefined } });
  if (running) {
    assert.equal((await rawRequest(running.url, '/api/kubernetes/version')).status, 502);
    const lax = await standIn(t, { tls: true, api: { ca: undefined, insecureSkipTlsVerify: true } });
    assert.equal((await rawRequest(lax.url, '/api/kubernetes/version')).status, 200);
  }
});

test('a watch is upgraded with the user’s token and the API server’s own Origin', async (t) => {
  const { url, echo } = await standIn(t);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/kubernetes/api/v1/services?watch=true`, {
    origin: url,
    headers: { cookie: 'standin-user=viewer' },
  });
  t.after(() => socket.terminate());
  const next = () =>
    new Promise((resolve, reject) => socket.once('message', (data) => resolve(String(data))).once('error', reject));
  assert.equal(await next(), '{"type":"ADDED"}');
  socket.send('ping');
  assert.equal(await next(), 'echo ping');
  const [received] = echo.requests;
  assert.equal(received.url, '/api/v1/services?watch=true');
  assert.equal(received.headers.origin, echo.url);
  assert.equal(received.headers.authorization, 'Bearer token-viewer');
  assert.equal(received.headers.cookie, undefined);
});

for (const [what, headers] of [
  ['another site', { origin: 'http://attacker.example' }],
  ['nobody', {}],
]) {
  test(`a watch opened by ${what} is refused`, async (t) => {
    const { url, echo } = await standIn(t);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/kubernetes/api/v1/services?watch=true`, { headers });
    const failure = await new Promise((resolve) => socket.once('error', resolve));
    assert.match(failure.message, /403/);
    assert.equal(echo.requests.length, 0);
  });
}

test('plugin files come gzipped, and not again while they are unchanged', async (t) => {
  const { url } = await standIn(t);
  const plain = await rawRequest(url, '/api/plugins/sample/entry.js');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.match(plain.headers['content-type'], /javascript/);
  const { port } = new URL(url);
  const response = await fetch(`http://127.0.0.1:${port}/api/plugins/sample/entry.js`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  assert.equal(response.headers.get('content-encoding'), 'gzip');
  assert.equal(Number(response.headers.get('content-length')), zlib.gzipSync(plain.body).length);
  assert.equal(await response.text(), plain.body);
  const again = await rawRequest(url, '/api/plugins/sample/entry.js', {
    headers: { 'if-none-match': plain.headers.etag },
  });
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
});

test('nothing outside the plugin’s folder is served', async (t) => {
  const { url } = await standIn(t);
  const attempts = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/locales/../../secret.txt',
    '/%00',
    '/%E0%A4%A',
    '/',
  ];
  for (const attempt of attempts) {
    const answer = await rawRequest(url, `/api/plugins/sample${attempt}`);
    assert.equal(answer.status, 404, attempt);
    assert.doesNotMatch(answer.body, /secret/, attempt);
  }
  for (const prefix of ['/static', '/patternfly']) {
    assert.equal((await rawRequest(url, `${prefix}/../package.json`)).status, 404, prefix);
  }
});

test('a plugin that is not configured, and an API that is not there, are 404', async (t) => {
  const { url } = await standIn(t);
  assert.equal((await rawRequest(url, '/api/plugins/other/plugin-manifest.json')).status, 404);
  assert.equal((await rawRequest(url, '/api/prometheus/query')).status, 404);
});

test('a plugin may come from a development server', async (t) => {
  const dev = await startEchoApi();
  t.after(() => dev.close());
  const { url } = await standIn(t, { plugins: { sample: `${dev.url}/base/` } });
  await rawRequest(url, '/api/plugins/sample/plugin-manifest.json', { headers: { cookie: 'csrf-token=x' } });
  assert.equal(dev.requests[0].url, '/base/plugin-manifest.json');
  assert.equal(dev.requests[0].headers.cookie, undefined);
  assert.equal(dev.requests[0].headers.authorization, undefined);
});

test('texts come from the plugin’s locales; the console’s own are empty', async (t) => {
  const { url } = await standIn(t);
  const texts = (query) => rawRequest(url, `/locales/resource.json?${query}`);
  assert.deepEqual(JSON.parse((await texts('lng=en&ns=plugin__sample')).body), { Hello: 'Hi' });
  assert.equal((await texts('lng=en&ns=public')).body, '{}');
  assert.equal((await texts('lng=de&ns=plugin__sample')).status, 404);
  assert.equal((await texts('lng=..%2f..&ns=plugin__sample')).status, 400);
});

test('a port in use is one sentence', async (t) => {
  const { url } = await standIn(t);
  const port = Number(new URL(url).port);
  await assert.rejects(
    startConsole({ port, api: { server: 'http://127.0.0.1:9', users: { admin: {} } }, plugins: {} }),
    { message: `Port ${port} on 127.0.0.1 is in use by another program; stop it or choose another port.` },
  );
});

test('a plugin that is not built, and a user nobody knows, are one sentence each', async (t) => {
  const api = { server: 'http://127.0.0.1:9', users: { admin: {} } };
  await assert.rejects(
    startConsole({ port: 0, api, plugins: { sample: temporaryFolder(t) } }),
    /Plugin sample: there is no plugin-manifest\.json in .*; build the plugin first\./,
  );
  await assert.rejects(startConsole({ port: 0, api, plugins: {}, defaultUser: 'bob' }), {
    message: 'There is no user bob among admin.',
  });
});
