/**
 * Small real servers the tests stand the console against: an API server that tells what it was asked,
 * a plugin's build folder, a request without a browser's manners.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { WebSocketServer } from 'ws';

/**
 * An API server that answers every request with what it received, and every watch with one message.
 *
 * @param {{cert: Buffer, key: Buffer}} [tls] https when given
 */
export async function startEchoApi(tls) {
  const requests = [];
  const answer = (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(request.url === '/missing' ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
    });
  };
  const server = tls ? https.createServer(tls, answer) : http.createServer(answer);
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    requests.push({ method: 'WEBSOCKET', url: request.url, headers: request.headers });
    if (!request.headers.origin) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.send('{"type":"ADDED"}');
      opened.on('message', (message) => opened.send(`echo ${message}`));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${server.address().port}`,
    requests,
    close: () => {
      sockets.clients.forEach((client) => client.terminate());
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A self-signed certificate for 127.0.0.1, or undefined where there is no openssl. */
export function makeCertificate(folder) {
  const [key, cert] = [path.join(folder, 'tls.key'), path.join(folder, 'tls.crt')];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  try {
    execFileSync(
      'openssl',
      [...args, '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    );
  } catch {
    return undefined;
  }
  return { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
}

/** A folder that is gone after the test. */
export function temporaryFolder(test) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'console-stand-in-'));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The build output of a plugin "sample", with a secret file beside the folder. */
export function makePlugin(folder) {
  const dist = path.join(folder, 'dist');
  fs.mkdirSync(path.join(dist, 'locales', 'en'), { recursive: true });
  fs.mkdirSync(path.join(dist, 'locales', 'de'), { recursive: true });
  fs.writeFileSync(path.join(dist, 'plugin-manifest.json'), '{"name":"sample"}');
  fs.writeFileSync(path.join(dist, 'entry.js'), `// ${'x'.repeat(5000)}\n`);
  fs.writeFileSync(path.join(dist, 'locales', 'en', 'plugin__sample.json'), '{"Hello":"Hi"}');
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  return dist;
}

/**
 * One request exactly as given: no URL normalization, any Host header.
 *
 * @returns {Promise<{status: number, headers: http.IncomingHttpHeaders, body: string}>}
 */
export function rawRequest(base, rawPath, options = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    // Node frames the body of a DELETE only when told its length.
    const headers = {
      ...options.headers,
      ...(options.body ? { 'content-length': Buffer.byteLength(options.body) } : {}),
    };
    const request = http.request(
      { hostname, port, path: rawPath, method: options.method ?? 'GET', headers },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}
