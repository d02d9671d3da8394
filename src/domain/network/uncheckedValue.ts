// Reads values of objects that nothing has checked: what is missing or of another type is undefined or empty.

type Fields = Readonly<Record<string, unknown>>;
const NO_FIELDS: Fields = {};

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : NO_FIELDS;
/** The value of an own field. */
export const valueOf = (value: unknown, key: string): unknown =>
  Object.hasOwn(fieldsOf(value), key) ? fieldsOf(value)[key] : undefined;
/** A text that is not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A whole number. */
export const numberOf = (value: unknown): number | undefined =>
  Number.isInteger(value) ? (value as number) : undefined;

/** The items of a list; none of what is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Those items of a list that are texts. */
export const textsOf = (value: unknown): string[] => listOf(value).flatMap((item) => textOf(item) ?? []);
