const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text for values that are the same whatever the order of their keys, as a JSON patch's `test` compares them. */
export const valueText = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** True for values of the API that mean the same; undefined is as good as null. */
export const isSameValue = (a: unknown, b: unknown): boolean => a === b || valueText(a) === valueText(b);
