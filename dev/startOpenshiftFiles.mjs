import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.txt': 'text/plain' };

/**
 * Serves the files of a folder on this machine alone, to pages of every origin, and never from a cache.
 * @param {string} folder
 * @returns {Promise<{ port: number, close: () => void }>} once it answers
 */
export function serveFiles(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileAt(folder, pathname);
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
    if (!file) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ port, close: () => server.close() });
    });
  });
}

/**
 * @param {string} folder
 * @param {string} pathname of a URL
 * @returns {string | undefined} the file that it names in that folder, if there is one
 */
function fileAt(folder, pathname) {
  const file = path.join(folder, path.normalize(decoded(pathname)));
  const isInside = file.startsWith(`${folder}${path.sep}`);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '/';
  }
}
