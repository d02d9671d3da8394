import { PartNotLoaded } from '../../host/loadPart';
import type { Failure } from '../../domain/k8s/failure';

interface StatusLike {
  readonly message?: unknown;
  readonly reason?: unknown;
  readonly code?: unknown;
  readonly details?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What the header `Retry-After` asks for, or the Status object that says the same; undefined where neither does. */
function retryAfterOf(response: unknown, { details }: StatusLike): number | undefined {
  const headers = isObject(response) ? response.headers : undefined;
  const asked = headers instanceof Headers ? text(headers.get('Retry-After') ?? '') : undefined;
  const seconds =
    asked === undefined ? number(isObject(details) ? details.retryAfterSeconds : undefined) : Number(asked);
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/**
 * Reads a rejected call. The console's errors carry the API server's Status object as `json` and the HTTP status as
 * `code`; a lost connection has neither. A part of the plugin that could not be fetched is no answer of the cluster.
 */
export function toFailure(error: unknown): Failure {
  if (!isObject(error)) return { message: String(error) };
  if (error instanceof PartNotLoaded) return { message: error.message, isPartMissing: true };
  const status: StatusLike = isObject(error.json) ? error.json : {};
  const code =
    number(status.code) ?? number(error.code) ?? (isObject(error.response) ? number(error.response.status) : undefined);
  const reason = text(status.reason);
  const retryAfterSeconds = retryAfterOf(error.response, status);
  return {
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    message: text(status.message) ?? text(error.message) ?? JSON.stringify(error),
  };
}

/**
 * True when the same call may well succeed a moment later: no answer, too many requests, or a server that is not up.
 */
export const isPassing = ({ code }: Failure): boolean => code === undefined || code === 429 || code >= 500;
