import { PartNotLoaded } from '../../host/loadPart';
import type { Failure } from '../../domain/k8s/failure';

interface StatusLike {
  readonly message?: unknown;
  readonly reason?: unknown;
  readonly code?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

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
  return {
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    message: text(status.message) ?? text(error.message) ?? JSON.stringify(error),
  };
}

/**
 * True when the same call may well succeed a moment later: no answer, too many requests, or a server that is not up.
 */
export const isPassing = ({ code }: Failure): boolean => code === undefined || code === 429 || code >= 500;
