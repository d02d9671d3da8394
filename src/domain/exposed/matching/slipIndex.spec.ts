import fc from 'fast-check';
import { isSlipOf } from '../../labels/slip';
import { SlipIndex } from './slipIndex';

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'a', 'B', '1'), minLength: 3, maxLength: 5 });

describe('SlipIndex', () => {
  it('finds the texts that a comparison with each finds, also after some are gone', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(anyText, { minLength: 20, maxLength: 90 }),
        anyText,
        fc.nat(9),
        (texts, text, gone) => {
          const index = new SlipIndex();
          for (const one of texts) index.add(one);
          const left = texts.filter((_, at) => at % 10 !== gone);
          for (const one of texts) if (!left.includes(one)) index.delete(one);
          const expected = left.filter((one) => isSlipOf(one, text)).sort();
          found += expected.length;
          expect(index.slipsOf(text).sort()).toEqual(expected);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
