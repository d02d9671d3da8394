import * as objects from './exampleObjects';

describe('the objects of the examples', () => {
  it('are told apart by their kinds', () => {
    const kinds = Object.values(objects).flatMap((object) => ('kind' in object ? object.kind : []));
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});
