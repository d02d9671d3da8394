import { exampleOf } from './examples';
import { VM_EXAMPLES } from './vmExamples';

describe('VM_EXAMPLES', () => {
  it('are the examples of their codes', () => {
    expect(exampleOf('V1')).toMatchObject(VM_EXAMPLES.V1);
    expect(exampleOf('H7')).toMatchObject(VM_EXAMPLES.H7);
  });
});
