import { withoutOwnWords } from './withoutOwnWords';

describe('withoutOwnWords', () => {
  it('keeps what is not the same as its key: plurals and other languages', () => {
    const english = {
      Save: 'Save',
      '{{count}} Services_one': '{{count}} Service',
      '{{count}} Services_other': '{{count}} Services',
      '{{count}} of {{total}} selected_one': '{{count}} of {{total}} selected',
    };
    expect(withoutOwnWords(english)).toEqual({
      '{{count}} Services_one': '{{count}} Service',
    });
    expect(withoutOwnWords({ Save: 'Enregistrer' })).toEqual({ Save: 'Enregistrer' });
    expect(withoutOwnWords({})).toEqual({});
  });
});
