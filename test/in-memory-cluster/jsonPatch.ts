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

/** What becomes of the map in which the operation's last segment is a key. */
function changed(parent: Json, key: string, operation: PatchOperation): Json {
  const { op, path } = operation;
  if (op === 'test') {
    if (!isSameValue(parent[key], operation.value)) throw new PatchRefused(`test failed: ${path}`);
    return parent;
  }
  if (op !== 'add' && !(key in parent)) throw new PatchRefused(`missing: ${path}`);
  if (op !== 'remove') return { ...parent, [key]: operation.value };
  return Object.fromEntries(Object.entries(parent).filter(([other]) => other !== key));
}

/** The value after the operation; what is beside its path is the old one's. */
function after(value: unknown, [segment = '', ...rest]: readonly string[], operation: PatchOperation): unknown {
  if (isMap(value))
    return rest.length === 0
      ? changed(value, segment, operation)
      : { ...value, [segment]: after(value[segment], rest, operation) };
  if (!Array.isArray(value) || rest.length === 0) throw new PatchRefused(`missing parent: ${operation.path}`);
  return value.map((item: unknown, index) => (index === Number(segment) ? after(item, rest, operation) : item));
}

/** The document after the patch; throws `PatchRefused` when one operation fails, and changes nothing itself. */
export const applyJsonPatch = <T extends object>(document: T, patch: readonly PatchOperation[]): T =>
  patch.reduce<unknown>((at, operation) => after(at, segmentsOf(operation.path), operation), document) as T;
