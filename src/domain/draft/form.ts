/** A check of one value of unknown type, for example one read from the session storage. */
export type Check = (value: unknown) => boolean;

/** One check for each field of a type, optional ones included: a new field without a check does not compile. */
export type ChecksOf<T> = { readonly [Field in keyof Required<T>]: Check };

/** True for an object of JSON: no null, no array. */
export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText: Check = (value) => typeof value === 'string';
export const isBoolean: Check = (value) => typeof value === 'boolean';

export const isOneOf =
  (texts: readonly string[]): Check =>
  (value) =>
    texts.some((text) => text === value);

export const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object whose values all pass, whatever their keys. */
export const isMapOf =
  (check: Check): Check =>
  (value) =>
    isJsonObject(value) && Object.values(value).every(check);

/** An object whose fields all pass; fields that are not checked may be there. */
export const hasFields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isJsonObject(value) && Object.entries(checks).every(([field, check]) => check(value[field]));

/** An object that has every field of the sample, each of the same primitive type. */
export const isLike =
  (sample: object): Check =>
  (value) =>
    isJsonObject(value) && Object.entries(sample).every(([field, known]) => typeof value[field] === typeof known);
