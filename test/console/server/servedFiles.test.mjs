import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { standIn } from './runningStandIn.mjs';
import { rawRequest, startEchoApi } from './standInFixtures.mjs';

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
