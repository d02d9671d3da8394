import { withoutOwnWords } from './withoutOwnWords';

describe('withoutOwnWords', () => {
  it('keeps what is not the same as its key: plurals and other languages', () => {
    const english = { Save: 'Save', 'N Services_one': '{{count}} Service', 'N Services_other': '{{count}} Services' };
    expect(JSON.parse(withoutOwnWords(JSON.stringify(english)))).toEqual({
      'N Services_one': '{{count}} Service',
      'N Services_other': '{{count}} Services',
    });
    expect(withoutOwnWords('{"Save":"Enregistrer"}')).toBe('{"Save":"Enregistrer"}');
    expect(withoutOwnWords('{}')).toBe('{}');
  });
});
