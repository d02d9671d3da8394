import { isSameValue } from '../../src/domain/k8s/sameValue';
import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';

type Json = Record<string, unknown>;

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a patch was refused. */
export class PatchRefused extends Error {}

const segmentsOf = (path: string): string[] => {
  if (!path.startsWith('/')) throw new PatchRefused(`not a JSON pointer: ${path}`);
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
};

function parentOf(document: Json, segments: readonly string[], path: string): Json {
  let at: unknown = document;
  for (const segment of segments.slice(0, -1)) {
    at = isMap(at) ? at[segment] : Array.isArray(at) ? at[Number(segment)] : undefined;
  }
  if (!isMap(at)) throw new PatchRefused(`missing parent: ${path}`);
  return at;
}

function applyOperation(document: Json, operation: PatchOperation): void {
  const { path } = operation;
  const segments = segmentsOf(path);
  const parent = parentOf(document, segments, path);
  const key = segments.at(-1) ?? '';
  switch (operation.op) {
    case 'test':
      if (!isSameValue(parent[key], operation.value)) throw new PatchRefused(`test failed: ${path}`);
      return;
    case 'add':
      parent[key] = operation.value;
      return;
    case 'replace':
    case 'remove':
      if (!(key in parent)) throw new PatchRefused(`missing: ${path}`);
      if (operation.op === 'remove') delete parent[key];
      else parent[key] = operation.value;
  }
}

/** The document after the patch; throws `PatchRefused` and changes nothing when one operation fails. */
export function applyJsonPatch<T extends object>(document: T, patch: readonly PatchOperation[]): T {
  const copy = JSON.parse(JSON.stringify(document)) as T;
  patch.forEach((operation) => applyOperation(copy as Json, operation));
  return copy;
}
