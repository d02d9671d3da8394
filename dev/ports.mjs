import net from 'node:net';
import { Failure } from './failure.mjs';

/**
 * @param {string | undefined} text of the environment variable PORT
 * @returns {number} 9000, the console's own, when it is not set
 * @throws {Failure} when it is no port
 */
export function chosenPort(text) {
  if (text === undefined || text === '') return 9000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT must be a number from 1 to 65535 and is "${text}".`);
  }
  return port;
}

/**
 * @param {number} port
 * @param {string} [command] that was run, for the message
 * @throws {Failure} when the console could not listen there
 */
export async function checkPort(port, command = 'npm start') {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenError(port, host);
    if (code === 'EADDRINUSE') {
      const other = port < 65_535 ? port + 1 : port - 1;
      throw new Failure(
        `Port ${port} is in use. Stop what listens on it, or use another port: PORT=${other} ${command}.`,
      );
    }
    if (code === 'EACCES') {
      throw new Failure(`Port ${port} is not allowed for this user. Use a port above 1023: PORT=9000 ${command}.`);
    }
    // any other error says that this machine has no such address (no IPv6), which is no hindrance
  }
}

/** @returns {Promise<number>} a port that nothing listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the system's code, such as EADDRINUSE
 */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
