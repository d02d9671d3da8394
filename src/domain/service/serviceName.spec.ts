import fc from 'fast-check';
import { serviceNameFor, serviceNameFrom, serviceNameProblem } from './serviceName';

/** A DNS-1035 label, said once more, character by character. */
const isServiceName = (name: string): boolean =>
  name.length >= 1 &&
  name.length <= 63 &&
  Array.from(name).every((character) => 'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(character)) &&
  'abcdefghijklmnopqrstuvwxyz'.includes(name.slice(0, 1)) &&
  !name.endsWith('-');

describe('serviceNameProblem', () => {
  it.each([
    ['', 'service-name.empty'],
    ['a'.repeat(64), 'service-name.length'],
    ['1web', 'service-name.grammar'],
    ['-web', 'service-name.grammar'],
    ['web-', 'service-name.grammar'],
    ['Web', 'service-name.grammar'],
    ['web.example', 'service-name.grammar'],
    ['web_1', 'service-name.grammar'],
    ['web 1', 'service-name.grammar'],
    ['web\n', 'service-name.grammar'],
    ['wéb', 'service-name.grammar'],
    ['backend', 'service-name.taken'],
  ])('%j is refused as %s', (name, code) => {
    expect(serviceNameProblem(name, new Set(['backend']))).toBe(code);
  });

  it.each(['a', 'a1', 'backend', 'a--b', 'a'.repeat(63)])('%j is accepted', (name) => {
    expect(serviceNameProblem(name)).toBeUndefined();
  });

  it('agrees with the grammar for arbitrary texts', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'Z', '1', '-', '.'), maxLength: 66 }));
    fc.assert(
      fc.property(text, (name) => {
        expect(serviceNameProblem(name) === undefined).toBe(isServiceName(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('serviceNameFor', () => {
  it.each([
    ['backendvm', [], 'backendvm'],
    ['web.example', [], 'web-example'],
    ['web.example', ['web-example'], 'web-example-2'],
    ['web.example', ['web-example', 'web-example-2'], 'web-example-3'],
    ['3tier', [], 'vm-3tier'],
    ['a'.repeat(80), [], 'a'.repeat(63)],
    ['a'.repeat(80), ['a'.repeat(63)], `${'a'.repeat(61)}-2`],
    [`${'a'.repeat(62)}.b`, [], 'a'.repeat(62)],
    [`${'a'.repeat(60)}.bcd`, [`${'a'.repeat(60)}-bc`], `${'a'.repeat(60)}-2`],
    ['9'.repeat(63), [], `vm-${'9'.repeat(60)}`],
    ['', [], 'vm'],
    ['...', [], 'vm'],
  ])('makes a name of %j with %j taken: %s', (vmName, taken, name) => {
    expect(serviceNameFor(vmName, new Set(taken))).toBe(name);
  });

  it('always makes a valid and free name', () => {
    const vmName = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '1', '-', '.', 'B'), maxLength: 80 }));
    fc.assert(
      fc.property(vmName, fc.integer({ min: 0, max: 120 }), (name, howOftenTaken) => {
        const taken = new Set<string>();
        for (let n = 0; n < howOftenTaken; n += 1) taken.add(serviceNameFor(name, taken));
        expect(taken.size).toBe(howOftenTaken);
        const made = serviceNameFor(name, taken);
        expect(isServiceName(made)).toBe(true);
        expect(taken.has(made)).toBe(false);
        expect(made.length).toBeLessThanOrEqual(63);
      }),
      { numRuns: 200 },
    );
  });

  it('makes the same name of a name that it made, and a longer one only when it is taken', () => {
    const vmName = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', '1', '-', '.', 'B', 'ß', 'İ'), maxLength: 260 }),
    );
    fc.assert(
      fc.property(vmName, (name) => {
        const made = serviceNameFor(name, new Set());
        expect(serviceNameProblem(made)).toBeUndefined();
        expect(serviceNameFor(made, new Set())).toBe(made);
        const second = serviceNameFor(made, new Set([made]));
        expect([second === made, serviceNameProblem(second)]).toEqual([false, undefined]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a VM name that is a Service name already', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/), (name) => {
        expect(serviceNameFor(name, new Set())).toBe(name);
      }),
    );
  });
});

describe('serviceNameFrom', () => {
  it.each([
    ['{vm}', 'web.example', 'web-example'],
    ['{vm}-ssh', 'web.example', 'web-example-ssh'],
    ['ssh-{vm}', '3tier', 'ssh-3tier'],
    ['{vm}', '3tier', 'vm-3tier'],
    ['{vm}-{vm}', 'a', 'a-a'],
    ['{vm}-ssh', 'a'.repeat(80), `${'a'.repeat(59)}-ssh`],
    ['{vm}-ssh', `${'a'.repeat(58)}.b`, `${'a'.repeat(58)}-ssh`],
    ['same', 'web', 'same'],
    ['', 'web', ''],
    ['{VM}', 'web', '{VM}'],
    ['$&-{vm}', '$1', '$&-1'],
  ])('%j for %j is %j', (pattern, vmName, name) => {
    expect(serviceNameFrom(pattern, vmName)).toBe(name);
  });

  it('is a valid name wherever the rest of the pattern is one, whatever the VM is called', () => {
    const vm = fc.string({ unit: fc.constantFrom('a', '1', '-', '.'), minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(vm, fc.constantFrom('{vm}', '{vm}-ssh', 'x-{vm}-y', 'x{vm}y{vm}z'), (vmName, pattern) => {
        expect(serviceNameProblem(serviceNameFrom(pattern, `a${vmName}`))).toBeUndefined();
      }),
    );
  });
});
