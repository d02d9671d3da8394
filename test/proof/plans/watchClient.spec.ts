import { longestGap, sinceFirstAnswer, type Beat } from './watchClient';

const beats = (text: string): Beat[] =>
  [...text].map((letter, index) => ({ at: index * 100, isAnswered: letter === '+', what: '' }));

describe('what a client meets that dials again and again', () => {
  it('counts from the first answer on', () => {
    expect(sinceFirstAnswer(beats('--+-+'))).toHaveLength(3);
    expect(sinceFirstAnswer(beats('---'))).toEqual([]);
  });

  it('is as long as it fails in a row', () => {
    expect([longestGap(beats('+++')), longestGap(beats('+-+-+')), longestGap(beats('+--+---'))]).toEqual([0, 1, 3]);
  });
});
