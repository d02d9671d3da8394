/** What a text of the page must not be, as far as that can be told without reading it. */

/** Texts that begin in lower case: names of fields and values of the API, and units. */
const LOWER_CASE: ReadonlySet<string> = new Set([]);

const LONGEST = 160;

/** Words that say it in a roundabout or an outdated way, each with the plain one. */
const AVOIDED: readonly (readonly [RegExp, plain: string])[] = [
  [/\bmay not\b/i, 'cannot, might not, or "You don\'t have permission to …"'],
  [/\blets? (\S+ )?(in|through)\b/i, 'allow'],
  [/\bleads? (to|nowhere|there|on)\b/i, 'send traffic to, point to'],
  [/\b(comes?|came) to\b/i, 'reach, get to'],
  [/\banew\b|\bonce more\b/i, 'again'],
  [/\bat once\b/i, 'immediately'],
  [/\bsuch as\b/i, 'for example'],
  [/\bheed(s|ed)?\b/i, 'follow'],
  [/\bthereby\b/i, 'so'],
  [/\b(some|no|every)body\b/i, 'someone, no one, everyone'],
];

/** A rule code, or the placeholder of one, as the beginning or alone in parentheses. */
const CODE_IN_FRONT = /^(\{\{codes?\}\}|[A-Z]\d{1,2}\b)|\((\{\{codes?\}\}|[SVPENUHLORKGA]\d{1,2})\)/;

const sentenceFaults = (text: string): string[] => {
  const words = text.split(/\s+/).length;
  const isSeveral = /[.?!] +[A-Z{"]/.test(text.replace(/\be\.g\. /g, ''));
  return [
    ...(isSeveral && !/[.?!:]["')]?$/.test(text) ? ['has sentences, and the last one has no full stop'] : []),
    ...(words <= 2 && /[^.]\.$/.test(text) ? ['is a label and ends with a full stop'] : []),
  ];
};

/** What is wrong with one text, or with one plural form of it; [] when nothing is. */
export function textFaults(text: string): string[] {
  return [
    ...(CODE_IN_FRONT.test(text) ? ['has a rule code in front or in parentheses'] : []),
    ...(/^[a-z]/.test(text) && !LOWER_CASE.has(text) ? ['begins in lower case'] : []),
    ...(text.length > LONGEST ? [`is longer than ${LONGEST} characters (${text.length})`] : []),
    ...AVOIDED.filter(([words]) => words.test(text)).map(([words, plain]) => `says ${words.source}: say ${plain}`),
    ...sentenceFaults(text),
  ];
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** What is wrong with the plural forms of a file of texts, by key; {} when nothing is. */
export function pluralFaults(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (!key.includes('{{count}}')) continue;
    const base = key.replace(PLURAL, '');
    const found = [
      ...(`${base}_one` in texts && `${base}_other` in texts ? [] : ['has {{count}} and lacks a plural form']),
      ...(key.endsWith('_one') && /\{\{count\}\} (\w+ )?\w+[^s\W]s\b/.test(text) ? ['says the plural of one'] : []),
    ];
    if (found.length > 0) faults[key] = found;
  }
  return faults;
}

/** Everything that is wrong with a file of texts, by key. */
export function faultsOf(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  const faults = pluralFaults(texts);
  for (const [key, text] of Object.entries(texts)) {
    const found = textFaults(text);
    if (found.length > 0) faults[key] = [...(faults[key] ?? []), ...found];
  }
  return faults;
}
