/** The words that i18next shows where a file has none for the key: the key, without what tells the plural form. */
const ownWords = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

/**
 * Leaves out of a file of translations what is the same as its key. Texts are their own English keys, and i18next shows
 * the key where a file has none, so the English file needs little more than the plurals; the console may fetch it on
 * every page.
 * @param file the JSON of one language: key and text
 */
export const withoutOwnWords = (file: string): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(file) as Record<string, string>).filter(
        ([key, text]) => text !== key && text !== ownWords(key),
      ),
    ),
  );
