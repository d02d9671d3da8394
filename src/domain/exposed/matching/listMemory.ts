import { nameOf, namespaceOf, uidOf, type K8sObject } from '../../k8s/objects';

/** What has become of one object of a list: new without `before`, gone without `after`. */
export interface Change<T> {
  readonly before?: T;
  readonly after?: T;
}

/** True for the same state of an object: the console makes new objects although nothing of them has changed. */
function isUnchanged(a: K8sObject, b: K8sObject): boolean {
  if (a === b) return true;
  const version = a.metadata?.resourceVersion;
  return (
    version !== undefined && version === b.metadata?.resourceVersion && uidOf(a) !== undefined && uidOf(a) === uidOf(b)
  );
}

const keyOf = (object: K8sObject): string => uidOf(object) ?? `${namespaceOf(object)}/${nameOf(object)}`;

/** Remembers a list and says what has changed in it, in a time that grows with the list. */
export class ListMemory<T extends K8sObject> {
  /** in the order of the list; an object that has not changed stays the one that was given first */
  objects: readonly T[] = [];
  private given: readonly T[] = [];

  /** What has changed since the last list, what is gone first. */
  changesTo(list: readonly T[]): readonly Change<T>[] {
    if (list === this.given) return [];
    this.given = list;
    const known = this.objects;
    const shorter = Math.min(known.length, list.length);
    const isSameAt = (index: number, other: number): boolean => {
      const [a, b] = [known[index], list[other]];
      return a !== undefined && b !== undefined && isUnchanged(a, b);
    };
    let start = 0;
    while (start < shorter && isSameAt(start, start)) start += 1;
    let end = 0;
    while (end < shorter - start && isSameAt(known.length - 1 - end, list.length - 1 - end)) end += 1;
    const left = new Map(known.slice(start, known.length - end).map((object) => [keyOf(object), object]));
    const changes: Change<T>[] = [];
    const middle = list.slice(start, list.length - end).map((after) => {
      const before = left.get(keyOf(after));
      left.delete(keyOf(after));
      if (before && isUnchanged(before, after)) return before;
      changes.push(before ? { before, after } : { after });
      return after;
    });
    const isSameOrder =
      known.length === list.length && middle.every((object, index) => object === known[start + index]);
    if (!isSameOrder) this.objects = [...known.slice(0, start), ...middle, ...known.slice(known.length - end)];
    return [...[...left.values()].map((before) => ({ before })), ...changes];
  }
}
