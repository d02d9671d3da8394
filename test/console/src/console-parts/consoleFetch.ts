import { HttpError, TimeoutError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';

/* The console's fetch family, which the SDK's k8s functions and the plugins call. */

const DEFAULT_TIMEOUT_MS = 60_000;

/** The SDK passes null where it has nothing to say. */
type Options = RequestInit | null;

const headersOf = (options: Options | undefined): Record<string, string> => ({
  ...(options?.headers as Record<string, string> | undefined),
});

function csrfToken(): string | undefined {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('csrf-token='));
  return cookie?.slice('csrf-token='.length);
}

function consoleHeaders(url: string, method: string): Record<string, string> {
  const token = csrfToken();
  const isOwnServer = !url.includes('://') || url.startsWith(window.location.origin);
  return token && method !== 'GET' && isOwnServer ? { 'X-CSRFToken': token } : {};
}

async function toHttpError(response: Response): Promise<Error> {
  const text = await response.text();
  let json: { message?: string; error?: string } | undefined;
  try {
    json = JSON.parse(text) as { message?: string; error?: string };
  } catch {
    // Not a Kubernetes Status: the text itself is the reason.
  }
  return new HttpError(json?.message || json?.error || text || response.statusText, response.status, response, json);
}

/** `fetch` with the console's headers and a timeout; rejects with HttpError unless the answer is a success. */
export async function coFetch(url: string, options?: Options, timeout?: number | null): Promise<Response> {
  const limit = timeout ?? DEFAULT_TIMEOUT_MS;
  const headers = { ...consoleHeaders(url, options?.method ?? 'GET'), ...headersOf(options) };
  const abort = new AbortController();
  const timer = limit > 0 ? window.setTimeout(() => abort.abort(), limit) : undefined;
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', signal: abort.signal, ...options, headers });
  } catch (error) {
    throw abort.signal.aborted ? new TimeoutError(url, limit) : error;
  } finally {
    window.clearTimeout(timer);
  }
  if (response.ok || response.status === 304) {
    return response;
  }
  throw await toHttpError(response);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.headers.get('Content-Type') === 'text/plain') {
    return text; // subresources and logs
  }
  return text === '' ? {} : (JSON.parse(text) as unknown);
}

export async function coFetchText(url: string, options?: Options, timeout?: number | null): Promise<string> {
  return (await coFetch(url, options, timeout)).text();
}

/** Fetches JSON of a type the caller vouches for. */
export async function fetchJson<T>(
  url: string,
  method = 'GET',
  options?: Options,
  timeout?: number | null,
): Promise<T> {
  const headers = { Accept: 'application/json', ...headersOf(options) };
  return (await bodyOf(await coFetch(url, { ...options, method, headers }, timeout))) as T;
}

type Send = (url: string, json?: unknown, options?: Options, timeout?: number | null) => Promise<unknown>;

function sender(method: string): Send {
  const contentType = method === 'PATCH' ? 'application/json-patch+json' : 'application/json';
  return (url, json, options, timeout) => {
    const hasBody = json !== undefined && json !== null;
    const headers = { ...(hasBody ? { 'Content-Type': `${contentType};charset=UTF-8` } : {}), ...headersOf(options) };
    return fetchJson(url, method, { ...options, ...(hasBody ? { body: JSON.stringify(json) } : {}), headers }, timeout);
  };
}

/** The function itself reads; its members write. */
export const coFetchJSON = Object.assign(fetchJson<unknown>, {
  post: sender('POST'),
  put: sender('PUT'),
  patch: sender('PATCH'),
  delete: sender('DELETE'),
});
