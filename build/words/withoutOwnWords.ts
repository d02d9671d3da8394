import { stemOf } from './wordsOfChunks';

/**
 * Leaves out of translations what is the same as its key. Texts are their own English keys, and i18next shows the key
 * where a language has none, so English needs little more than the plurals.
 * @param texts of one language, by key
 */
export const withoutOwnWords = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([key, text]) => text !== key && text !== stemOf(key)));
