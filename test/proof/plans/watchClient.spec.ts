import { longestGap, sinceFirstAnswer, type Beat } from './watchClient';

/** A dial each 100 ms: + is answered after 1 ms, l (late) after a second. */
const beats = (text: string): Beat[] =>
  [...text].map((letter, index) => ({
    at: index * 100,
    until: index * 100 + (letter === 'l' ? 1000 : 1),
    isAnswered: letter !== '-',
    what: '',
  }));
const from = (text: string): number[] => sinceFirstAnswer(beats(text)).map(({ at }) => at);

describe('what a client meets that dials again and again', () => {
  it('counts from the first answer on', () => {
    expect(from('--+-+')).toEqual([300, 400]);
    expect(from('---')).toEqual([]);
  });

  it('does not take a dial for the first answer that was begun first and answered later', () => {
    expect(from('-l--+-')).toEqual([500]);
  });

  it('is as long as it fails in a row', () => {
    expect([longestGap(beats('+++')), longestGap(beats('+-+-+')), longestGap(beats('+--+---'))]).toEqual([0, 1, 3]);
  });
});
