import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { heredocDelimiter, shellQuote } from './shellQuote';

/** What a POSIX shell makes of the text. */
const shell = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8' });

/**
 * Shells that commands are pasted into. The last one is as in a terminal: it expands `!` from its history, which it
 * does in double quotes and, unlike in a script, by itself.
 */
const SHELLS: readonly [string, string, readonly string[]][] = [
  ['sh', 'sh', ['-s']],
  ['bash', '/bin/bash', ['-s']],
  ['an interactive bash', '/bin/bash', ['--norc', '--noprofile', '--noediting', '-i']],
];

/** What a shell writes that is given the script line by line, as when it is pasted. */
const paste = (program: string, args: readonly string[], script: string): string =>
  execFileSync(program, [...args], {
    input: `${script}\n`,
    encoding: 'utf8',
    env: { ...process.env, HISTFILE: '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });

const HOSTILE_WORDS = [
  '',
  ' ',
  'x y',
  "it's",
  "'",
  "''",
  "'''",
  "'\\''",
  '"',
  '\\',
  '\\n',
  '\\\\',
  '$HOME',
  '${HOME}',
  '$(id)',
  '$((1+1))',
  '`id`',
  '~',
  '~root',
  '*',
  '?',
  '[a]',
  '{a,b}',
  '{1..3}',
  '!',
  '!!',
  '!id',
  '#x',
  '&',
  ';',
  '|',
  '<',
  '>',
  '<(id)',
  '(',
  ')',
  'a\nb',
  '\n',
  'a\n',
  '\na',
  '\t',
  '\r',
  '\r\n',
  '\x1b[31m',
  '\x07',
  '-n',
  '--',
  '-',
  '--help',
  '=ls',
  'A=b',
  'EOF',
  "<<'EOF'",
  'ü',
  'e\u0301',
  '层',
  '😀',
  '\u200b',
  '\u2028',
  '\ufeff',
  '%s%n',
  'if',
  'do',
  '[{"op":"test","path":"/metadata/labels/a~1b","value":"it\'s"}]',
  'x'.repeat(2000),
] as const;

/** The fixed list, then words drawn by a fixed seed: of any characters, and of those that mean something to shells. */
const WORDS: readonly string[] = [
  ...HOSTILE_WORDS,
  ...fc.sample(
    fc.string({ unit: 'grapheme', maxLength: 30 }).filter((word) => !word.includes('\0')),
    { seed: 4, numRuns: 300 },
  ),
  ...fc.sample(fc.string({ unit: fc.constantFrom(...'\'"\\$`!*?~#&;|<>(){}[]=-\n a'), maxLength: 12 }), {
    seed: 4,
    numRuns: 300,
  }),
];

describe('shellQuote', () => {
  it.each(['oc', 'tier=backend', '--type=json', 'node1.example.com:80', 'a,b', '/tmp/x', '100%', 'me@host', '+x'])(
    'leaves the plain word %s as it is',
    (word) => {
      expect(shellQuote(word)).toBe(word);
    },
  );

  it('quotes a leading =, which zsh would replace by the path of a command', () => {
    expect(shellQuote('=ls')).toBe("'=ls'");
  });

  it.each(HOSTILE_WORDS)('a shell reads %j back as one word', (word) => {
    expect(shell(`printf '<%s>' ${shellQuote(word)} end`)).toBe(`<${word}><end>`);
  });

  it.each(SHELLS)('%s reads some hundred hostile words back', (_, program, args) => {
    const script = WORDS.map((word) => `printf %s ${shellQuote(word)}; printf '\\036'`).join('\n');
    const read = paste(program, args, script).split('\x1e');
    expect(WORDS.length).toBeGreaterThan(600);
    expect(read).toEqual([...WORDS.flatMap((word) => word.split('\x1e')), '']);
  });

  it('a shell reads arbitrary words back', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(shell(`printf '%s\\036' ${words.map(shellQuote).join(' ')}`)).toBe(
          words.map((text) => `${text}\x1e`).join(''),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('heredocDelimiter', () => {
  it.each([
    ['kind: Service', 'EOF'],
    ['EOF', 'EOF_'],
    ['a\nEOF\nEOF_\nb', 'EOF__'],
    [' EOF', 'EOF'],
    ['', 'EOF'],
  ])('of %j is %s, which is no line of it', (text, delimiter) => {
    expect(heredocDelimiter(text)).toBe(delimiter);
  });

  // dash 0.5.12 garbles a line that begins like the delimiter and goes on in UTF-8; YAML lines begin with a lower case
  // field
  const isReadByDash = (text: string) => !/^EO?F?[^\0-\x7f]/m.test(text);
  const texts = [
    ...HOSTILE_WORDS.map((word) => `${word}\n${word}`),
    WORDS.filter(isReadByDash).join('\n'),
    'EOF\nEOF_\nEOF',
  ];

  it.each(SHELLS)('lets %s read hostile texts back unchanged', (_, program, args) => {
    const script = texts
      .map((text) => `cat <<'${heredocDelimiter(text)}'\n${text}\n${heredocDelimiter(text)}`)
      .join('\n');
    expect(paste(program, args, script)).toBe(texts.map((text) => `${text}\n`).join(''));
  });
});
