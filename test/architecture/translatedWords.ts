/** Words of single languages that the rules of translations know. */

/**
 * Words that a language writes as English does, in lower case. A text of such words alone may be the English one;
 * any other text that equals it was forgotten.
 */
const SAME_WORDS: Readonly<Record<string, string>> = {
  zh: 'pod ok id url vm a',
  ja: 'pod pods service services route routes job ok id url vm vms namespace',
  ko: 'pod ok id url vm a',
  fr:
    'action actions annotations client clients cluster code destination ' +
    'image important instance instances interface job message name note notes ok option options pod pods port ports ' +
    'route routes secondes service services source total type url vm vms',
  es: 'editor endpoint error general no ok pod pods selector total url vm vms',
};

/** Words that the console's own translation has and that are mistakes there, or that this product says otherwise. */
export const AVOIDED: Readonly<Record<string, readonly (readonly [word: RegExp, better: string])[]>> = {
  zh: [[/虚拟机器/, '虚拟机']],
  fr: [
    [/itinéraire/i, 'Route'],
    [/sans tête/i, 'headless'],
  ],
  es: [[/sin cabeza/i, 'headless']],
};

/**
 * Whether a language may show the English text.
 * @param language its code
 * @param kept what of the text no language translates
 * @param text the text without placeholders
 */
export function isSameAllowed(language: string, kept: readonly string[], text: string): boolean {
  const rest = kept.reduce((words, word) => words.replaceAll(word, ' '), text);
  const same = new Set((SAME_WORDS[language] ?? '').split(' '));
  return (rest.match(/\p{L}+/gu) ?? []).every((word) => same.has(word.toLowerCase()));
}
