import { VM_EXAMPLES } from './vmExamples';
import { VM_WORDS } from './vmWords';

describe('VM_WORDS', () => {
  it('are of the codes that have an example', () => {
    expect(Object.keys(VM_WORDS).sort()).toEqual(Object.keys(VM_EXAMPLES).sort());
  });
});
