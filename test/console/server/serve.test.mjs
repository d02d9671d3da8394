import assert from 'node:assert/strict';
import { test } from 'node:test';
import WebSocket from 'ws';
import { startConsole } from './serve.mjs';
import { standIn } from './runningStandIn.mjs';
import { rawRequest, temporaryFolder } from './standInFixtures.mjs';

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
