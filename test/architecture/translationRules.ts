/** What a translation must not be, as far as that can be told without understanding it. */
import { AVOIDED, isSameAllowed } from './translatedWords';

/** The texts of one language, by key. */
export type Texts = Readonly<Record<string, string>>;

const PLURAL_FORM = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;
const CJK = '[\\u3040-\\u30ff\\u3400-\\u9fff\\uff66-\\uff9f]';
const WIDE_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'ja']);

/** Names of products, protocols, and formats that no language translates. */
const NAMES =
  /\b(DNS|TLS|HTTPS?|TCP|UDP|SCTP|DHCP|SNI|MTU|PEM|CSV|YAML|API|IP|IPv[46]|Helm|Argo CD|Flux|Istio|Kubernetes|OpenShift Virtualization|bash|getent|timeout)\b/g;
/** Kinds and fields of the API, values in camel case, and examples: anything with a capital, a sign or a dot inside. */
const CODE =
  /[\w-]*[a-z][A-Z]\w*(?:-[A-Z]\w+)?|-----BEGIN \w+-----|(?:[\w-]+[./=:]+)+[\w-]+(?:: (?:none|None))?|\blayer\d/g;
/** Values of fields that are ordinary words, where a text names them as values. */
const VALUES =
  /(?<=run strategy is |changes its run strategy to |traffic policy is |traffic policy |clusterIP: )(Always|Halted|Local|None|Once)\b|^Local(?=:)/g;

const base = (key: string): string => key.replace(PLURAL_FORM, '');
const wordsOnly = (text: string): string => text.replace(PLACEHOLDER, ' ');
const named = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
const numbers = (text: string): string[] =>
  unique(
    text
      .replace(/(?<=\d)[\u00a0\u202f ,.](?=\d{3}(?!\d))/g, '')
      .split(/\D+/)
      .filter(Boolean),
  );

/** What of an English text stands in each language as it is; kinds without the plural's "s". */
function keptOf(english: string): string[] {
  const text = wordsOnly(english);
  const code = [...text.matchAll(CODE)].map(([found]) => (/^[A-Z]\w+s$/.test(found) ? found.slice(0, -1) : found));
  const rest = text.replace(CODE, ' ');
  return unique([...code, ...[...rest.matchAll(NAMES), ...text.matchAll(VALUES)].map(([found]) => found)]);
}

function placeholderFaults(key: string, english: Texts, text: string): string[] {
  const stem = base(key);
  const many = english[`${stem}_other`] ?? english[key] ?? stem;
  const wanted = unique(named(many));
  // English leaves the count out of some forms for one ("The check passed"), and other languages can do the same
  const mayLackCount = key.endsWith('_one') && !named(english[key] ?? '').includes('count');
  const found = unique(named(text));
  const missing = wanted.filter((name) => !found.includes(name) && !(mayLackCount && name === 'count'));
  const unknown = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) => `lacks {{${name}}}`),
    ...unknown.map((name) => `has {{${name}}}, which the English text has not`),
    ...(/\{\{|\}\}/.test(text.replace(PLACEHOLDER, '')) ? ['has a broken placeholder'] : []),
  ];
}

const END = /[.。?？!！:：…](?=["”»」)）]*$)/u;
const NARROW: Readonly<Record<string, string>> = { '。': '.', '？': '?', '！': '!', '：': ':' };
const endOf = (text: string): string => {
  const [end = ''] = END.exec(text.trim()) ?? [];
  return NARROW[end] ?? end;
};

function formFaults(language: string, text: string): string[] {
  const isWide = WIDE_LANGUAGES.has(language);
  const narrow = new RegExp(`${CJK}["”」)）]?[.,;!?](?!\\w)`, 'u').exec(wordsOnly(text))?.[0];
  return [
    ...(/<\/?[a-z]|&#?\w+;|\*\*|`|\$t\(/i.test(text) ? ['has markup'] : []),
    ...(text === text.trim() ? [] : ['begins or ends with a blank']),
    ...(/[\n\t]| {2}/.test(text) ? ['has two blanks, a tab or a line break'] : []),
    ...(isWide && narrow !== undefined ? [`has "${narrow}" with a narrow punctuation mark`] : []),
    ...(language === 'fr' && / [:;?!»]/.test(text) ? ['has a plain blank before ":", ";", "?", "!" (use U+00A0)'] : []),
    ...(language === 'fr' && /\p{L}'\p{L}/u.test(text) ? ["has the apostrophe ' instead of ’"] : []),
    ...(language === 'ko' && /\}\}["”]?(을|를|이|가|은|는|과|와|로|으로)(?![(가-힣])/.test(text)
      ? ['has one form of a particle after a placeholder: write both, as in 을(를), 이(가), 은(는), 과(와), (으)로']
      : []),
  ];
}

/** What is wrong with one translation. */
function textFaults(language: string, key: string, english: Texts, text: string): string[] {
  if (text.trim() === '') return ['is empty'];
  const origin = english[key] ?? english[`${base(key)}_other`] ?? '';
  const [wantedEnd, end] = [endOf(origin), endOf(text)];
  const isForOne = key.endsWith('_one');
  const lacking = numbers(wordsOnly(origin)).filter((number) => !numbers(wordsOnly(text)).includes(number));
  return [
    ...placeholderFaults(key, english, text),
    ...formFaults(language, text),
    ...keptOf(origin)
      .filter((word) => !text.includes(word))
      .map((word) => `does not say "${word}", which stays as it is`),
    ...(isForOne ? [] : lacking.map((number) => `lacks the number ${number}`)),
    ...(end === wantedEnd ? [] : [`ends with "${end}" and the English text with "${wantedEnd}"`]),
    ...(text === origin && !isSameAllowed(language, keptOf(origin), wordsOnly(origin)) ? ['is the English text'] : []),
    ...(AVOIDED[language] ?? []).flatMap(([word, better]) =>
      word.test(text) ? [`says "${word.exec(text)?.[0]}" instead of: ${better}`] : [],
    ),
  ];
}

/**
 * The keys that a language has to have: those of English, with the plural forms of the language.
 * @param language its code, such as "fr"
 * @param english the English texts
 */
export function keysOf(language: string, english: Texts): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  // not all texts that depend on a count show it
  const hasForms = (key: string) => PLURAL_FORM.test(key) && `${base(key)}_other` in english;
  return unique(
    Object.keys(english).flatMap((key) => (hasForms(key) ? forms.map((form) => `${base(key)}_${form}`) : [key])),
  );
}

/** Sets of texts that tell things apart, so no two of a set may read the same. */
const TOLD_APART: readonly (readonly string[])[] = [
  ['Reachable', 'Partly reachable', 'Not reachable', 'Not checked', 'Not reached', 'Not available', 'None'],
  ['OK', 'OK, with limitations', 'Partly blocked', 'Blocked here', 'Not reached', 'Not checked'],
  ['Persistent', 'Restart required', 'Lost at next restart', 'Missing', 'Set by KubeVirt'],
  ['Restart VM', 'Start VM', 'Unpause VM', 'Force stop', 'Delete Service'],
];

/** Keys of which another one of the same set has the same words. */
const mixedUp = (texts: Texts): [string, string][] =>
  TOLD_APART.flatMap((keys) =>
    keys.flatMap((key, at): [string, string][] =>
      keys
        .slice(0, at)
        .filter((other) => texts[key] !== undefined && texts[other] === texts[key])
        .map((other) => [key, `has the same words as "${other}"`]),
    ),
  );

/**
 * Everything that is wrong with the texts of a language.
 * @param language its code
 * @param english the English texts
 * @param texts those of the language
 * @returns for each key that has faults what is wrong; {} when nothing is
 */
export function translationFaults(language: string, english: Texts, texts: Texts): Record<string, string[]> {
  const wanted = new Set(keysOf(language, english));
  const mixed = mixedUp(texts);
  const keys = unique([...wanted, ...Object.keys(texts)]);
  const found = keys.map((key): [string, string[]] => {
    if (!wanted.has(key)) return [key, ['is not a key of English, or not a plural form of this language']];
    const text = texts[key];
    if (text === undefined) return [key, ['is missing']];
    const others = mixed.filter(([mixedKey]) => mixedKey === key).map(([, fault]) => fault);
    return [key, [...textFaults(language, key, english, text), ...others]];
  });
  return Object.fromEntries(found.filter(([, faults]) => faults.length > 0));
}
