import { startConsole } from './serve.mjs';
import { makeCertificate, makePlugin, rawRequest, startEchoApi, temporaryFolder } from './standInFixtures.mjs';

/** A stand-in over an echoing API server with two users and one plugin; both end with the test. */
export async function standIn(t, { tls, api = {}, ...options } = {}) {
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
