/** What a text of the pages must not be, as far as that can be told without understanding it. */

/** Texts that begin in lower case: names of fields and values of the API, and units. */
const LOWER_CASE: ReadonlySet<string> = new Set([]);

const LONGEST = 160;

/** Phrases that are roundabout, or not what the console calls it, each with the plain one. */
const AVOIDED: readonly (readonly [phrase: RegExp, plain: string])[] = [
  [/\bmay not\b/i, 'cannot, might not, or "You don\'t have permission to …"'],
  [/\blet(s|ting)? (\S+ )?(in|through)\b/i, 'allow'],
  [/\b(leads?|led) (to|nowhere|there|on|here)\b/i, 'send traffic to, point to'],
  [/\b(comes?|came) to\b/i, 'reach, get to'],
  [/\banew\b|\bonce more\b/i, 'again'],
  [/\bat once\b/i, 'immediately'],
  [/\bsuch as\b/i, 'for example'],
  [/\bheed(s|ed)?\b/i, 'follow'],
  [/\bthereby\b/i, 'so'],
  [/\b(some|no|every)body\b/i, 'someone, no one, everyone'],
  [/\bleft empty\b/i, 'leave blank'],
  [/\bthe (Service|Route|EndpointSlice|Job|project) \{\{/, 'the kind and the name without an article: Service webvm'],
];

/** A rule code, or the placeholder of one, as the beginning or alone in parentheses. */
const CODE = /^(\{\{codes?\}\}|[A-Z]\d{1,2}\b)|\((\{\{codes?\}\}|[SVPENUHLORKGA]\d{1,2})\)/;

const sentenceFaults = (text: string): string[] => {
  const hasSentences = /[.?!] +[A-Z{"]/.test(text);
  // what follows a colon, and a last placeholder, bring their own end
  const isEnded = /[.?!:]["')]?$|\}\}["')]*$/.test(text);
  return [
    ...(hasSentences && !isEnded ? ['has sentences, and the last one has no full stop'] : []),
    ...(/^(Not? )?\w+\.$/.test(text) ? ['is a label and ends with a full stop'] : []),
  ];
};

/** What is wrong with one text, or with one plural form of it; [] when nothing is. */
export function textFaults(text: string): string[] {
  return [
    ...(CODE.test(text) ? ['has a rule code in front or in parentheses'] : []),
    ...(/^[a-z]/.test(text) && !LOWER_CASE.has(text) ? ['begins in lower case'] : []),
    ...(text.length > LONGEST ? [`has ${text.length} characters, more than ${LONGEST}`] : []),
    ...AVOIDED.flatMap(([phrase, plain]) => {
      const said = phrase.exec(text)?.[0];
      return said === undefined ? [] : [`says "${said}" instead of: ${plain}`];
    }),
    ...sentenceFaults(text),
  ];
}

/** More than one of what is counted on the pages. */
const MANY =
  /\{\{count\}\} (virtual )?(addresse|check|client|label|machine|node|note|pod|port|Route|Service|step|VM)s\b/;
const PLURAL_FORM = /_(zero|one|two|few|many|other)$/;

/** What is wrong with the plural forms of one key of a file of texts; [] when nothing is. */
function pluralFaults(key: string, texts: Readonly<Record<string, string>>): string[] {
  if (!key.includes('{{count}}')) return [];
  const base = key.replace(PLURAL_FORM, '');
  const isComplete = ['_one', '_other'].every((form) => `${base}${form}` in texts);
  const saysMany = key.endsWith('_one') && MANY.test(texts[key] ?? '');
  return [
    ...(isComplete ? [] : ['has {{count}} and lacks a plural form']),
    ...(saysMany ? ['says the plural in the form for one'] : []),
  ];
}

/**
 * Everything that is wrong with a file of texts.
 * @param texts of one language, by key
 * @returns for each text that has faults its key and what is wrong; {} when nothing is
 */
export function faultsOf(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  const found = Object.entries(texts).map(([key, text]): [string, string[]] => [
    key,
    [...pluralFaults(key, texts), ...textFaults(text)],
  ]);
  return Object.fromEntries(found.filter(([, faults]) => faults.length > 0));
}
