import { Postings } from './postings';

const [one, other] = [{ id: 1 }, { id: 2 }];
const found = (postings: Postings<object>, text: string): object[] => {
  const items: object[] = [];
  postings.each(text, (item) => items.push(item));
  return items;
};

describe('Postings', () => {
  it('finds all that was added under a text, once', () => {
    const postings = new Postings<object>();
    expect([postings.add('a', one), postings.add('a', one), postings.add('a', other)]).toEqual([true, false, false]);
    expect(found(postings, 'a')).toEqual([one, other]);
    expect(found(postings, 'constructor')).toEqual([]);
    expect([postings.count('a'), postings.count('b')]).toEqual([2, 0]);
  });

  it('forgets what is removed, and its text with the last', () => {
    const postings = new Postings<object>();
    postings.add('a', one);
    postings.add('a', other);
    expect([postings.remove('a', one), postings.remove('a', one), postings.remove('b', one)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(found(postings, 'a')).toEqual([other]);
    expect(postings.remove('a', other)).toBe(true);
    expect([...postings.texts()]).toEqual([]);
  });
});
