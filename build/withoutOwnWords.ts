/**
 * Leaves out of a file of translations what is the same as its key. Texts are their own English keys, and i18next shows
 * the key where a file has none, so the English file needs little more than the plurals; the console may fetch it on
 * every page.
 * @param file the JSON of one language: key and text
 */
export const withoutOwnWords = (file: string): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(file) as Record<string, string>).filter(([key, text]) => key !== text),
    ),
  );
