import type { ChangedValue } from '../k8s/failure';
import type { K8sObject } from '../k8s/objects';
import { valueText } from '../k8s/sameValue';
import type { PatchOperation } from '../k8s/jsonPatch';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value at a JSON pointer (RFC 6901), null where there is none. */
function valueAt(object: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, segment) => (isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : null),
      object,
    );
}

/** A value as it is shown: a text as it is, everything else as JSON. */
const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : valueText(value);
};

/**
 * The values that make the `test` operations of a patch fail on the object as it is now. The API server tells only that a
 * patch failed (422 Invalid, "the server rejected our request due to an error in our request"), never where.
 */
export const changedValues = (object: K8sObject, patch: readonly PatchOperation[]): ChangedValue[] =>
  patch.flatMap((operation) => {
    if (operation.op !== 'test') return [];
    const [expected, actual] = [textOf(operation.value), textOf(valueAt(object, operation.path))];
    return expected === actual ? [] : [{ path: operation.path, expected, actual }];
  });
