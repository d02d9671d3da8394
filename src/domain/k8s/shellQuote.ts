/**
 * Quotes one word for a POSIX shell, and for zsh, which expands a leading `=`; a word of plain characters stays as it
 * is.
 */
export const shellQuote = (word: string): string =>
  /^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:=@%+,-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A shell command of these words, each quoted. */
export const shellWords = (...words: readonly string[]): string => words.map(shellQuote).join(' ');

/** A here-document delimiter that is no line of the text. */
export function heredocDelimiter(text: string): string {
  const lines = new Set(text.split('\n'));
  let delimiter = 'EOF';
  while (lines.has(delimiter)) delimiter += '_';
  return delimiter;
}
