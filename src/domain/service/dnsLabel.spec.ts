import fc from 'fast-check';
import { hostnameProblem, subdomainProblem } from './dnsLabel';
import { serviceNameFor, serviceNameProblem } from './serviceName';

/** A DNS-1123 label or nothing, said once more, character by character. */
const isLabelOrEmpty = (text: string): boolean =>
  text.length <= 63 &&
  Array.from(text).every((character) => 'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(character)) &&
  !text.startsWith('-') &&
  !text.endsWith('-');

const near = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('a', '0', '-', '.', 'A', '_', '\n'), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', '0', '-'), maxLength: 66 }),
);

describe.each([
  ['hostname', hostnameProblem],
  ['subdomain', subdomainProblem],
] as const)('the %s', (field, problemOf) => {
  it.each(['', 'a', '0', 'web', '1web', 'a--b', '0-9', 'constructor', 'a'.repeat(62), 'a'.repeat(63)])(
    '%j is accepted',
    (text) => {
      expect(problemOf(text)).toBeUndefined();
    },
  );

  it.each([
    'a.b',
    '.',
    '-',
    '-a',
    'a-',
    'A',
    'a_b',
    'a b',
    ' ',
    'a\n',
    '\na',
    'a/b',
    'é',
    'ａ',
    '😀',
    '\0',
    "'",
    '$(id)',
    `${'a'.repeat(62)}.`,
  ])('%j is refused for its characters', (text) => {
    expect(problemOf(text)).toBe(`${field}.grammar`);
  });

  it.each(['a'.repeat(64), 'a'.repeat(253), `${'a'.repeat(63)}.b`])('%j is too long', (text) => {
    expect(problemOf(text)).toBe(`${field}.length`);
  });

  it('agrees with the grammar for arbitrary texts', () => {
    fc.assert(
      fc.property(near, (text) => {
        expect(problemOf(text) === undefined).toBe(isLabelOrEmpty(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes every Service name: a headless Service can always be named by it', () => {
    fc.assert(
      fc.property(near, (vmName) => {
        const name = serviceNameFor(vmName, new Set());
        expect([serviceNameProblem(name), problemOf(name)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 500 },
    );
  });
});
