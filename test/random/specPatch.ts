import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';

/** The JSON patch that sets fields of an object's `.spec`; null removes one, where there is one. */
export const specPatch = (held: object, changes: Readonly<Record<string, unknown>>): PatchOperation[] =>
  Object.entries(changes).flatMap(([field, value]): PatchOperation[] => {
    const path = `/spec/${field}`;
    if (value !== null) return [{ op: 'add', path, value }];
    return Object.hasOwn(held, field) ? [{ op: 'remove', path }] : [];
  });
