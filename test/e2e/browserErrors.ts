import { expect, type BrowserContext, type Page } from '@playwright/test';

/** An error that the browser's console tells of, on whichever page of the test. */
interface BrowserError {
  readonly text: string;
  /** what was asked for, without the console's proxy; empty where the error is not about a request */
  readonly path: string;
  /** with which the request was answered; absent where it got no answer, and where there was no request */
  readonly status?: number;
}

/**
 * An error that a test provokes.
 * `status` and `path`: a request answered with that status. `path` alone: a request that gets no answer. `message`:
 * anything else. A path that is a string is the whole path, without its query.
 */
export type ExpectedError = (
  | { readonly status: number; readonly path: string | RegExp }
  | { readonly status?: never; readonly path: string | RegExp }
  | { readonly message: RegExp }
) & {
  /** why it does not come in every run of the test; without this an error that does not come fails the test */
  readonly notAlways?: string;
};

const PROXY = '/api/kubernetes';
const watched = new WeakMap<BrowserContext, { readonly told: BrowserError[]; readonly expected: ExpectedError[] }>();

/** What Chromium writes of a request that failed is told apart by its words: it has no other form. */
function toError(text: string, location: string): BrowserError {
  const socket = /^WebSocket connection to '([^']*)' failed/.exec(text)?.[1];
  const isResource = text.startsWith('Failed to load resource: ');
  if (socket === undefined && !isResource) return { text, path: '' };
  const path = new URL(socket ?? location).pathname;
  const [, status] = /(?:status of|Unexpected response code:) (\d{3})/.exec(text) ?? [];
  return {
    text,
    path: path.startsWith(PROXY) ? path.slice(PROXY.length) : path,
    ...(status ? { status: Number(status) } : {}),
  };
}

function isMeant(error: BrowserError, expected: ExpectedError): boolean {
  if ('message' in expected) return expected.message.test(error.text);
  const isPath =
    typeof expected.path === 'string'
      ? error.path === expected.path
      : error.path !== '' && expected.path.test(error.path);
  return isPath && error.status === expected.status;
}

/** Records the errors of every page of the context from now on, those that a test opens itself among them. */
export function watchErrors(context: BrowserContext): void {
  const told: BrowserError[] = [];
  watched.set(context, { told, expected: [] });
  context.on('weberror', (error) => told.push({ text: error.error().stack ?? error.error().message, path: '' }));
  context.on('console', (message) => {
    if (message.type() === 'error') told.push(toError(message.text(), message.location().url));
  });
}

function recordOf(context: BrowserContext) {
  const record = watched.get(context);
  if (!record) throw new Error('Nobody watches the errors of this browser context.');
  return record;
}

/** Names the errors that a test provokes; at its end every other one fails it, and so does one that has not come. */
export function expectErrors(page: Page, ...expected: readonly ExpectedError[]): void {
  recordOf(page.context()).expected.push(...expected);
}

/**
 * Fails on errors that were not expected and, in a test that has passed otherwise, on expected ones that have not come.
 */
export function checkErrors(context: BrowserContext, hasPassed: boolean): void {
  const { told, expected } = recordOf(context);
  const others = told.filter((error) => !expected.some((one) => isMeant(error, one)));
  expect(others, 'errors in the browser console that the test does not expect').toEqual([]);
  const missing = expected.filter((one) => one.notAlways === undefined && !told.some((error) => isMeant(error, one)));
  if (hasPassed) expect(missing, 'errors that the test expects and that have not come').toEqual([]);
}

/** Each of the paths is answered with that status. */
export const answered = (status: number, ...paths: readonly (string | RegExp)[]): ExpectedError[] =>
  paths.map((path) => ({ status, path }));

/**
 * Between two instances of a VM there is none for a moment; whether the page asks for it just then is a matter of time.
 */
export const noInstance = (path: string): ExpectedError => ({
  status: 404,
  path,
  notAlways: 'the page may not ask while there is none',
});
