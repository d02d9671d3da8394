/**
 * Who is asking, and may they write: the cookies that stand for the real console's login session.
 */
import crypto from 'node:crypto';

export const USER_COOKIE = 'standin-user';
export const CSRF_COOKIE = 'csrf-token';

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Parses a Cookie header. Later duplicates lose, as in browsers' own order of preference.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Map<string, string>}
 */
export function cookiesOf(request) {
  const cookies = new Map();
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) {
      cookies.set(name, part.slice(at + 1).trim());
    }
  }
  return cookies;
}

/**
 * The user a request acts as: the one named by the cookie, else the default.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Record<string, unknown>} users
 * @param {string} defaultUser
 * @returns {string}
 */
export function userOf(request, users, defaultUser) {
  const cookie = cookiesOf(request).get(USER_COOKIE);
  const name = cookie === undefined ? undefined : safeDecode(cookie);
  return name !== undefined && Object.hasOwn(users, name) ? name : defaultUser;
}

/** @param {string} text */
function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The double-submit check of the console: a write carries the token both as cookie and as header,
 * and a foreign page can set neither.
 */
export class CsrfGuard {
  /** One token per server is enough: there is one person in front of it. */
  token = crypto.randomBytes(32).toString('base64url');

  /** @param {import('node:http').IncomingMessage} request */
  allows(request) {
    return (
      READING_METHODS.has(request.method ?? '') ||
      (request.headers['x-csrftoken'] === this.token && cookiesOf(request).get(CSRF_COOKIE) === this.token)
    );
  }
}

/**
 * The server holds cluster credentials, so a page of another site must not reach it under a name it
 * controls (DNS rebinding): only loopback names and the configured host are served.
 *
 * @param {string | undefined} hostHeader value of the Host header
 * @param {string} configuredHost the address the server listens on
 */
export function isOwnHost(hostHeader, configuredHost) {
  const name = (hostHeader ?? '').replace(/:\d+$/, '');
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]' || name === configuredHost;
}
