/** Texts at and beyond the edges of the grammars of Kubernetes: of labels, names, ports and DNS. */

const a = (length: number): string => 'a'.repeat(length);
/** Dotted parts of at most 63 characters. */
const dotted = (length: number): string =>
  Array.from({ length }, (_, index) => (index % 64 === 63 && index < length - 1 ? '.' : 'b')).join('');

const LENGTHS = [0, 1, 2, 62, 63, 64, 65, 252, 253, 254, 255, 1000];
const SEPARATORS = ['.', '-', '_', '/', '=', ' ', ':', ',', '+', '~', '@'];

const aroundSeparators = SEPARATORS.flatMap((s) => [
  s,
  s + s,
  `${s}a`,
  `a${s}`,
  `a${s}b`,
  `a${s}${s}b`,
  `a${s}b${s}c`,
  `A${s}1`,
  `1${s}a`,
]);
const neighbors = ['.', '-', '_'].flatMap((one) =>
  ['.', '-', '_', '/']
    .filter((other) => other !== one)
    .flatMap((other) => [`a${one}${other}b`, `a${one}b${other}`, `${one}a${other}b`]),
);

const CASES_AND_DIGITS = [
  'A',
  'Ab',
  'aB',
  'ABC',
  '0',
  '1',
  '007',
  '1a',
  'a1',
  '1.2',
  '1-2',
  '9'.repeat(63),
  `1${a(62)}`,
  `${a(62)}1`,
  `${a(62)}-`,
  `-${a(62)}`,
  `${a(62)}A`,
  '80-http',
  'a--b',
  'xn--bcher-kva',
];

const UNICODE = [
  'é',
  'e\u0301',
  'ß',
  'İ',
  'ı',
  'ſ',
  '\u212a',
  'aé',
  'éa',
  '层',
  'ａ',
  '٣',
  '８０',
  '😀',
  'a😀',
  '👩\u200d👧',
  '\u200b',
  'a\u200bb',
  '\u00a0',
  '\u2028',
  '\ufeffa',
  '\u202ea',
  '\ud800',
  'é'.repeat(63),
  '😀'.repeat(32),
  '例.jp',
];

const CONTROL = [
  '\0',
  'a\0b',
  '\t',
  'a\tb',
  '\n',
  'a\n',
  '\na',
  'a\nb',
  'a\n\n',
  '\r',
  'a\r\n',
  '\x07',
  '\x1b[31m',
  '\x7f',
  '\x85',
  '  ',
  ' a',
  'a ',
  'a b',
];

const QUOTES_AND_SHELL = [
  "'",
  "it's",
  '"',
  '"a"',
  '`id`',
  '\\',
  'a\\nb',
  '$(id)',
  '${HOME}',
  '!',
  '!!',
  '*',
  '?',
  '#',
  'a#b',
  '%',
  '%41',
  '&',
  '|',
  ';',
  '<',
  '>',
  '(',
  ')',
  '[a]',
  '{a}',
  '^',
  '{{value}}',
  '<b>a</b>',
];

const WORDS = [
  'true',
  'null',
  'NaN',
  'yes',
  '1e3',
  '0x10',
  '-0',
  '1_000',
  '2026-08-01',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
];

const PREFIXED = [
  ...[
    'example.com',
    'Example.com',
    'exa_mple.com',
    '.example.com',
    'example.com.',
    'example..com',
    '-example.com',
    'example-.com',
    'exämple.com',
    'exa mple.com',
    'localhost:80',
    '1.2.3.4',
    '0',
    'A',
    'a\n',
    'example.com,a',
  ].map((prefix) => `${prefix}/tier`),
  ...['', '-b', 'b-', '.b', '_b', 'b.', 'b_', 'b c', 'é', 'B', 'B_c.D-1', 'b/c', '/b', 'b=c', a(62), a(63), a(64)].map(
    (name) => `example.com/${name}`,
  ),
  ...[63, 64, 252, 253, 254].map((length) => `${a(length)}/tier`),
  ...[253, 254].map((length) => `${dotted(length)}/tier`),
  `${dotted(253)}/${a(63)}`,
  `${dotted(254)}/${a(64)}`,
  `${a(64)}.com/tier`,
  'app.kubernetes.io/name',
  'a/b/c/d',
];

/** At least 200, each once. */
export const HOSTILE_VALUES: readonly string[] = [
  ...new Set([
    ...LENGTHS.flatMap((length) => [a(length), dotted(length)]),
    ...aroundSeparators,
    ...neighbors,
    ...CASES_AND_DIGITS,
    ...UNICODE,
    ...CONTROL,
    ...QUOTES_AND_SHELL,
    ...WORDS,
    ...PREFIXED,
  ]),
];
