/**
 * `/api/kubernetes/…`: every request goes to the API server with the current user's credentials,
 * watches and other upgrades included.
 */
import http from 'node:http';
import https from 'node:https';

/**
 * How one user proves who they are. `refresh` is for credential plugins whose tokens expire.
 *
 * @typedef {object} Credentials
 * @property {string} [token] bearer token
 * @property {string | Buffer} [cert] client certificate, PEM
 * @property {string | Buffer} [key] its key, PEM
 * @property {() => Promise<{token?: string, cert?: string, key?: string}>} [refresh]
 */

/**
 * @typedef {object} ApiServer
 * @property {string} server URL of the API server
 * @property {string | Buffer} [ca] certificate authority, PEM
 * @property {boolean} [insecureSkipTlsVerify]
 * @property {string} [serverName] name to expect in the server's certificate
 * @property {Record<string, Credentials>} users
 */

export const API_PREFIX = '/api/kubernetes';

// As the console does: neither the browser's cookies nor its Origin ever reach the API server.
const FORWARDED =
  /^(accept|accept-encoding|content-.*|transfer-encoding|user-agent|impersonate-.*|connection|upgrade|sec-websocket-.*)$/;

// An idle connection is given up well before the API server closes it (after 90 s): a request sent just then would be
// lost.
const IDLE_MS = 30_000;

export class ApiProxy {
  #api;
  #base;
  #client;
  /** @type {Map<string, http.Agent>} */
  #agents = new Map();
  /** @type {Set<import('node:stream').Duplex>} */
  #upgraded = new Set();

  /** @param {ApiServer} api */
  constructor(api) {
    this.#api = api;
    this.#base = new URL(api.server);
    this.#client = this.#base.protocol === 'https:' ? https : http;
  }

  /** Address shown to people and sent as Origin. */
  get origin() {
    return this.#base.origin;
  }

  /**
   * Forwards one request and streams the answer back.
   *
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {string} user
   */
  async forward(request, response, user) {
    const outgoing = this.#client.request(await this.#options(request, user), (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', (error) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      response.writeHead(502, { 'Content-Type': 'text/plain' });
      response.end(`The API server at ${this.origin} cannot be reached: ${error.message}`);
    });
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  }

  /**
   * Forwards a WebSocket upgrade. The API server answers 403 to an upgrade without an Origin, so its
   * own is sent.
   *
   * @param {http.IncomingMessage} request
   * @param {import('node:stream').Duplex} socket
   * @param {Buffer} head
   * @param {string} user
   */
  async upgrade(request, socket, head, user) {
    const options = await this.#options(request, user);
    options.headers.origin = this.origin;
    // An upgraded connection cannot go back to a pool.
    const outgoing = this.#client.request({
      ...options,
      agent: undefined,
      ...this.#tls(await this.#credentials(user)),
    });
    const answerHead = (answer) => {
      const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
      for (let at = 0; at < answer.rawHeaders.length; at += 2) {
        lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`);
      }
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    };
    outgoing.on('upgrade', (answer, upstream, upstreamHead) => {
      answerHead(answer);
      socket.write(upstreamHead);
      upstream.write(head);
      this.#join(socket, upstream);
    });
    outgoing.on('response', (answer) => {
      answerHead(answer);
      answer.pipe(socket);
    });
    outgoing.on('error', () => socket.destroy());
    socket.on('close', () => outgoing.destroy());
    outgoing.end();
  }

  /** Ends everything that is still open. */
  close() {
    for (const socket of this.#upgraded) {
      socket.destroy();
    }
    for (const agent of this.#agents.values()) {
      agent.destroy();
    }
  }

  /**
   * @param {import('node:stream').Duplex} one
   * @param {import('node:stream').Duplex} other
   */
  #join(one, other) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ]) {
      this.#upgraded.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#upgraded.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }

  /**
   * @param {http.IncomingMessage} request
   * @param {string} user
   */
  async #options(request, user) {
    const credentials = await this.#credentials(user);
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => FORWARDED.test(name)));
    headers.host = this.#base.host;
    if (credentials.token) {
      headers.authorization = `Bearer ${credentials.token}`;
    }
    return {
      protocol: this.#base.protocol,
      hostname: this.#base.hostname.replace(/^\[|\]$/g, ''),
      port: this.#base.port,
      path: this.#base.pathname.replace(/\/$/, '') + (request.url ?? '').slice(API_PREFIX.length),
      method: request.method,
      headers,
      agent: this.#agent(user, credentials),
    };
  }

  /** @param {string} user */
  async #credentials(user) {
    const known = this.#api.users[user];
    return known.refresh ? known.refresh() : known;
  }

  /** @param {Credentials} credentials */
  #tls(credentials) {
    return this.#client === http
      ? {}
      : {
          ca: this.#api.ca,
          cert: credentials.cert,
          key: credentials.key,
          servername: this.#api.serverName,
          rejectUnauthorized: !this.#api.insecureSkipTlsVerify,
        };
  }

  /**
   * One pool per user and certificate: a TLS connection belongs to the client certificate it began with.
   *
   * @param {string} user
   * @param {Credentials} credentials
   */
  #agent(user, credentials) {
    const key = `${user}\n${credentials.cert ?? ''}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new this.#client.Agent({ keepAlive: true, timeout: IDLE_MS, ...this.#tls(credentials) });
      this.#agents.set(key, agent);
    }
    return agent;
  }
}
