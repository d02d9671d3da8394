/** Shorter texts differ by one letter without meaning the same. */
const MIN_LENGTH = 3;
const isDigit = (letter: string | undefined): boolean => letter !== undefined && /\d/.test(letter);

/** What is left of two texts without what they begin and end with alike. */
function differingPart(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const max = Math.min(a.length, b.length) - start;
  while (end < max && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/**
 * True when one text is the other but for a slip of the pen: a letter too many, too few or another one, two letters
 * that have changed places, or capitals. Texts that differ by a digit are meant to differ, such as `web1` and `web2`.
 */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant || Math.min(typed.length, meant.length) < MIN_LENGTH) return false;
  const [a, b] = differingPart(typed.toLowerCase(), meant.toLowerCase());
  if ([...a, ...b].some(isDigit)) return false;
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a === [...b].reverse().join(''));
}
