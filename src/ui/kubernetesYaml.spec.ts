import fc from 'fast-check';
import { load } from 'js-yaml';
import { toKubernetesYaml } from './kubernetesYaml';

describe('toKubernetesYaml', () => {
  // what YAML 1.1 reads as a number, a date, a truth value or nothing
  it.each([
    '1_000',
    '0X1F',
    '0B1',
    '0O7',
    '0_7',
    '0777',
    '1e3',
    '1.0',
    '+1',
    '-0',
    '.5',
    '685_230.15',
    '190:20:30',
    '2026-08-01',
    'true',
    'on',
    'y',
    'No',
    'null',
    '~',
    '',
  ])('quotes %j, as a value and as a key', (text) => {
    expect(toKubernetesYaml({ a: text })).toBe(`a: '${text}'\n`);
    expect(toKubernetesYaml({ [text]: 'a' })).toBe(`'${text}': a\n`);
  });

  it('writes numbers, truth values and plain texts as they are', () => {
    expect(toKubernetesYaml({ port: 80, ready: true, name: 'backend', key: 'vmi.kubevirt.io/id', none: null })).toBe(
      'port: 80\nready: true\nname: backend\nkey: vmi.kubevirt.io/id\nnone: null\n',
    );
  });

  it('neither breaks long lines nor names an object that is there twice', () => {
    const labels = { tier: 'backend' };
    expect(toKubernetesYaml({ long: 'a '.repeat(200), one: labels, two: labels })).toBe(
      `long: '${'a '.repeat(200)}'\none:\n  tier: backend\ntwo:\n  tier: backend\n`,
    );
  });

  it('is read back as the same object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
          fc.string({ unit: 'grapheme' }),
        ),
        (texts) => {
          expect(load(toKubernetesYaml({ texts }))).toEqual({ texts: { ...texts } });
        },
      ),
      { numRuns: 300 },
    );
  });
});
