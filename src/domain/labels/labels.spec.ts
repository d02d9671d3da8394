import fc from 'fast-check';
import { isSetByKubeVirt, isVolatileKey, labelKeyProblem, labelValueProblem } from './labels';

const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * The grammar of a label's name part, said once more: 1 to 63 of [A-Za-z0-9_.-], beginning and ending with one of
 * [A-Za-z0-9].
 */
function isLabelName(text: string): boolean {
  const characters = Array.from(text);
  const isAlphanumeric = (character: string | undefined) =>
    character !== undefined && character !== '' && ALPHANUMERIC.includes(character);
  return (
    characters.length >= 1 &&
    characters.length <= 63 &&
    characters.every((character) => isAlphanumeric(character) || '_.-'.includes(character)) &&
    isAlphanumeric(characters.at(0)) &&
    isAlphanumeric(characters.at(-1))
  );
}

/**
 * A DNS-1123 subdomain, said once more: labels of lower case letters, digits and inner `-`, joined by dots, 253 at
 * most.
 */
const isSubdomain = (text: string): boolean =>
  text.length <= 253 &&
  text.split('.').every((label) => {
    const characters = Array.from(label);
    const lowerOrDigit = 'abcdefghijklmnopqrstuvwxyz0123456789';
    return (
      characters.length > 0 &&
      characters.every((character) => character === '-' || lowerOrDigit.includes(character)) &&
      !label.startsWith('-') &&
      !label.endsWith('-')
    );
  });

function isQualifiedName(key: string): boolean {
  const parts = key.split('/');
  if (parts.length === 1) return isLabelName(key);
  const [prefix = '', name = ''] = parts;
  return parts.length === 2 && prefix !== '' && isSubdomain(prefix) && isLabelName(name);
}

/** Texts near the grammar: its own characters, its separators and some that it refuses. */
const near = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.', '/', ' ', 'é', '\n'), maxLength });
const nameLike = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.'), maxLength: 66 });
const prefixLike = fc.string({ unit: fc.constantFrom('a', '0', '-', '.', 'Z'), maxLength: 12 });

const GRAMMAR_CODES = [
  'label.key.empty',
  'label.key.name',
  'label.key.name-length',
  'label.key.prefix',
  'label.key.prefix-length',
];
const refusedByGrammar = (key: string): boolean => GRAMMAR_CODES.includes(labelKeyProblem(key) ?? '');

describe('the grammar of label keys', () => {
  it('is that of the API server, for arbitrary texts', () => {
    const key = fc.oneof(
      near(20),
      fc.string(),
      nameLike,
      fc.tuple(prefixLike, nameLike).map(([prefix, name]) => `${prefix}/${name}`),
    );
    fc.assert(
      fc.property(key, (text) => {
        expect(refusedByGrammar(text)).toBe(!isQualifiedName(text));
      }),
      { numRuns: 3000 },
    );
  });

  const a = (length: number) => 'a'.repeat(length);

  it.each([
    ['', 'label.key.empty'],
    ['ti er', 'label.key.name'],
    [' tier', 'label.key.name'],
    ['tier\n', 'label.key.name'],
    ['tier=backend', 'label.key.name'],
    ['tièr', 'label.key.name'],
    ['层', 'label.key.name'],
    ['-tier', 'label.key.name'],
    ['tier-', 'label.key.name'],
    ['.tier', 'label.key.name'],
    ['tier.', 'label.key.name'],
    ['_tier', 'label.key.name'],
    ['tier_', 'label.key.name'],
    ['example.com/', 'label.key.name'],
    ['a/b/c', 'label.key.name'],
    ['/', 'label.key.prefix'],
    ['/tier', 'label.key.prefix'],
    ['//tier', 'label.key.prefix'],
    ['Example.com/tier', 'label.key.prefix'],
    ['exa_mple.com/tier', 'label.key.prefix'],
    ['.example.com/tier', 'label.key.prefix'],
    ['example.com./tier', 'label.key.prefix'],
    ['example..com/tier', 'label.key.prefix'],
    ['-example.com/tier', 'label.key.prefix'],
    ['example-.com/tier', 'label.key.prefix'],
    ['exämple.com/tier', 'label.key.prefix'],
    [`${a(64)}`, 'label.key.name-length'],
    [`example.com/${a(64)}`, 'label.key.name-length'],
    [`${a(254)}/tier`, 'label.key.prefix-length'],
  ])('%j is refused as %s', (key, code) => {
    expect(labelKeyProblem(key)).toBe(code);
  });

  it.each([
    'tier',
    'T',
    '0',
    'a.b',
    'a_b',
    'a-b',
    'A.b_C-9',
    a(63),
    'example.com/tier',
    'a/b',
    '0.1/x',
    `${a(253)}/${a(63)}`,
    'app.kubernetes.io/name',
  ])('%j is a label key', (key) => {
    expect(labelKeyProblem(key)).toBeUndefined();
  });
});

describe('label keys that a template must not carry', () => {
  it.each([
    ['kubevirt.io/created-by', 'label.key.reserved'],
    ['kubevirt.io/migrationJobUID', 'label.key.reserved'],
    ['kubevirt.io/nodeName', 'label.key.reserved'],
    ['kubevirt.io/migrationTargetNodeName', 'label.key.reserved'],
    ['kubevirt.io/schedulable', 'label.key.reserved'],
    ['kubevirt.io/install-strategy', 'label.key.reserved'],
    ['kubevirt.io/outdatedLauncherImage', 'label.key.volatile'],
    ['kubevirt.io/size', 'label.key.volatile'],
    ['kubevirt.io/flavor', 'label.key.volatile'],
    ['kubevirt.io/workload', 'label.key.volatile'],
    ['flavor.template.kubevirt.io/large', 'label.key.volatile'],
    ['workload.template.kubevirt.io/server', 'label.key.volatile'],
    ['os.template.kubevirt.io/rhel9', 'label.key.volatile'],
    ['kubevirt.io', 'label.key.fixed'],
    ['vm.kubevirt.io/name', 'label.key.fixed'],
    ['vmi.kubevirt.io/id', 'label.key.fixed'],
  ])('%s is refused as %s', (key, code) => {
    expect(labelKeyProblem(key)).toBe(code);
  });

  it.each(['kubevirt.io/domain', 'kubevirt.io/vm', 'kubevirt.io/nodename'])('%s is one that users may set', (key) => {
    expect(labelKeyProblem(key)).toBeUndefined();
  });
});

describe('the grammar of label values', () => {
  it('is that of the API server, for arbitrary texts', () => {
    fc.assert(
      fc.property(fc.oneof(near(8), fc.string(), nameLike), (text) => {
        expect(labelValueProblem(text) === undefined).toBe(text === '' || isLabelName(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['x y', 'label.value.grammar'],
    [' ', 'label.value.grammar'],
    ['backend\n', 'label.value.grammar'],
    ['a/b', 'label.value.grammar'],
    ['-x', 'label.value.grammar'],
    ['x-', 'label.value.grammar'],
    ['.', 'label.value.grammar'],
    ['x:80', 'label.value.grammar'],
    ['ü', 'label.value.grammar'],
    ['a'.repeat(64), 'label.value.length'],
  ])('%j is refused as %s', (value, code) => {
    expect(labelValueProblem(value)).toBe(code);
  });

  it.each(['', 'backend', 'true', '1.0', 'A_b.C-9', 'a'.repeat(63)])('%j is a label value', (value) => {
    expect(labelValueProblem(value)).toBeUndefined();
  });
});

describe('what KubeVirt itself does with keys', () => {
  it.each(['kubevirt.io', 'kubevirt.io/created-by', 'vm.kubevirt.io/name', 'vmi.kubevirt.io/id'])(
    '%s is on every pod without being in the template',
    (key) => {
      expect(isSetByKubeVirt(key)).toBe(true);
    },
  );

  it.each(['tier', 'kubevirt.io/domain', 'kubevirt.io/nodeName'])('%s is not set on every pod', (key) => {
    expect(isSetByKubeVirt(key)).toBe(false);
  });

  it.each([
    'kubevirt.io/nodeName',
    'kubevirt.io/created-by',
    'kubevirt.io/size',
    'flavor.template.kubevirt.io/tiny',
    'pod-template-hash',
  ])('%s does not last, so no selector should use it', (key) => {
    expect(isVolatileKey(key)).toBe(true);
  });

  it.each(['tier', 'vm.kubevirt.io/name', 'vmi.kubevirt.io/id', 'xflavor.template.kubevirt.io/tiny'])(
    '%s lasts',
    (key) => {
      expect(isVolatileKey(key)).toBe(false);
    },
  );
});
