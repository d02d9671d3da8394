/** Errors as the console's requests reject with them. */

/** What the SDK's HttpError carries: the HTTP status as `code`, the API server's Status object as `json`. */
export class HttpErrorLike extends Error {
  constructor(
    readonly code: number,
    reason: string,
    message: string,
  ) {
    super(message);
    this.json = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code };
  }

  readonly json: {
    readonly kind: string;
    readonly apiVersion: string;
    readonly status: string;
    readonly reason: string;
    readonly message: string;
    readonly code: number;
  };
}

export const notFound = (what: string) => new HttpErrorLike(404, 'NotFound', `${what} not found`);
export const alreadyExists = (what: string) => new HttpErrorLike(409, 'AlreadyExists', `${what} already exists`);
export const conflict = (message: string) => new HttpErrorLike(409, 'Conflict', message);
export const forbidden = (message: string) => new HttpErrorLike(403, 'Forbidden', message);
export const unavailable = () =>
  new HttpErrorLike(503, 'ServiceUnavailable', 'the server is currently unable to handle the request');
export const internalError = (message: string) => new HttpErrorLike(500, 'InternalError', message);
/** The answer of an API server that has too much to do, with what `Retry-After` says where it says something. */
export const tooManyRequests = (retryAfterSeconds?: number) =>
  Object.assign(new HttpErrorLike(429, 'TooManyRequests', 'too many requests'), {
    response: {
      status: 429,
      headers: new Headers(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
    },
  });
/** The API server's words for a patch whose `test` failed or whose parent is missing. */
export const invalidPatch = () =>
  new HttpErrorLike(422, 'Invalid', 'the server rejected our request due to an error in our request');
export const invalid = (message: string) => new HttpErrorLike(422, 'Invalid', message);

/** What the browser's fetch rejects with when the connection is lost: nobody knows whether the server took the call. */
export const connectionLost = () => new TypeError('Failed to fetch');
