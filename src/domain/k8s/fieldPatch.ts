import type { PatchOperation } from './jsonPatch';

/** One field that a run changes, by its JSON pointer; null stands for a field that is not there. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

const operation = ({ path, before, after }: FieldChange): PatchOperation =>
  after === null ? { op: 'remove', path } : { op: before === null ? 'add' : 'replace', path, value: after };

/**
 * The JSON patch of some fields, guarded: it first tests the object's uid, then the value that each field had when it was
 * looked at. `test` against null passes for a field that is not there, as long as what holds it is (seen on kube-apiserver
 * 1.34).
 * @param guards further tests, for what the changes only mean something beside
 * @returns [] when there is nothing to change
 */
export const fieldPatch = (
  uid: string,
  changes: readonly FieldChange[],
  guards: readonly PatchOperation[] = [],
): PatchOperation[] =>
  changes.length === 0
    ? []
    : [
        { op: 'test', path: '/metadata/uid', value: uid },
        ...guards,
        ...changes.flatMap((change): PatchOperation[] => [
          { op: 'test', path: change.path, value: change.before },
          operation(change),
        ]),
      ];
