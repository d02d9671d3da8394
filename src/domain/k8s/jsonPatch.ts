/** One operation of a JSON patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: 'test' | 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** The way to a value in an object: keys, and places in lists, from the outside in. */
export type Path = readonly string[];

/** The JSON pointer of a path (RFC 6901). The only place where one is written; nothing reads one. */
export const pointerTo = (path: Path): string =>
  path.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The value at a path; null where there is none. What every JavaScript object inherits, such as `constructor`, is none.
 */
export const valueAt = (object: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, segment) => (isRecord(value) && Object.hasOwn(value, segment) ? (value[segment] ?? null) : null),
    object,
  );

/** An object or a list with another value at a path; what is not on the way stays the same. */
export function setAt(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return (node as unknown[]).map((item, index) => (String(index) === key ? setAt(item, rest, value) : item));
  const object = isRecord(node) ? node : {};
  return { ...object, [key]: setAt(object[key], rest, value) };
}
