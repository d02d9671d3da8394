/**
 * Files from a folder, gzipped as the real console and the plugin's own web server do, so that
 * sizes measured in a browser are those a person would download.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const gzip = promisify(zlib.gzip);

const CONTENT_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;
const WORTH_COMPRESSING = 1024;

/**
 * Finds the file a URL path names below a root; undefined when it would lie outside.
 *
 * @param {string} root
 * @param {string} urlPath still percent-encoded
 */
export function fileBelow(root, urlPath) {
  let relative;
  try {
    relative = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (relative.includes('\0')) {
    return undefined;
  }
  const base = path.resolve(root);
  const file = path.resolve(base, `.${path.sep}${relative}`);
  return file.startsWith(base + path.sep) ? file : undefined;
}

/** Serves files and keeps the compressed form of each as long as it does not change. */
export class StaticFiles {
  /** @type {Map<string, {etag: string, body: Buffer, compressed?: Buffer}>} */
  #read = new Map();

  /**
   * Answers with the file, 304 when the browser has it, or 404.
   *
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} root folder
   * @param {string} urlPath path below it, percent-encoded
   */
  async send(request, response, root, urlPath) {
    const name = fileBelow(root, urlPath);
    const file = name && (await this.#load(name));
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
      return;
    }
    const type = CONTENT_TYPES[path.extname(name)] ?? 'application/octet-stream';
    const headers = {
      'Content-Type': type,
      // Revalidated every time, like the console's own answers for plugins: a rebuild shows immediately.
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    let body = file.body;
    const accepted = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (accepted && COMPRESSIBLE.test(type) && body.length >= WORTH_COMPRESSING) {
      file.compressed ??= await gzip(body);
      body = file.compressed;
      headers['Content-Encoding'] = 'gzip';
    }
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /** @param {string} name */
  async #load(name) {
    try {
      const body = await fs.readFile(name);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const known = this.#read.get(name);
      if (known?.etag === etag) {
        return known;
      }
      const file = { etag, body };
      this.#read.set(name, file);
      return file;
    } catch {
      return undefined;
    }
  }
}
