import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { heredocDelimiter, shellQuote } from './shellQuote';

/** What a POSIX shell makes of the text. */
const shell = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8' });

describe('shellQuote', () => {
  it.each(['oc', 'tier=backend', '--type=json', 'node1.example.com:80', 'a,b', '/tmp/x', '100%', 'me@host', '+x'])('leaves the plain word %s as it is', (word) => {
    expect(shellQuote(word)).toBe(word);
  });

  it.each([
    '', ' ', 'x y', "it's", "'", "''", '"', '\\', '\\n', '$HOME', '$(id)', '`id`', '~', '~root', '*', '?', '[a]', '{a,b}', '!', '!!', '#x', '&', ';', '|', '<', '>', '(', ')',
    'a\nb', '\t', '-n', '--', 'ü', '层', '[{"op":"test","path":"/metadata/labels/a~1b","value":"it\'s"}]',
  ])('a shell reads %j back as one word', (word) => {
    expect(shell(`printf '<%s>' ${shellQuote(word)} end`)).toBe(`<${word}><end>`);
  });

  it('a shell reads arbitrary words back', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(shell(`printf '%s\\036' ${words.map(shellQuote).join(' ')}`)).toBe(words.map((text) => `${text}\x1e`).join(''));
      }),
      { numRuns: 30 },
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

  it.each(['$HOME `id` $(id) \\', 'EOF\nEOF_', "it's \"quoted\""])('lets a shell read %j back unchanged', (text) => {
    const delimiter = heredocDelimiter(text);
    expect(shell(`cat <<'${delimiter}'\n${text}\n${delimiter}\n`)).toBe(`${text}\n`);
  });
});
