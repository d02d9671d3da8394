import { listOf, numberOf, textOf, textsOf, valueOf } from './uncheckedValue';

it('reads only own fields of objects', () => {
  expect(valueOf({ name: 'a' }, 'name')).toBe('a');
  expect(['constructor', 'toString'].map((key) => valueOf({}, key))).toEqual([undefined, undefined]);
  expect([null, 7, 'text', undefined].map((value) => valueOf(value, 'length'))).toEqual(Array(4).fill(undefined));
});

it('takes values of their own type and nothing else', () => {
  expect(['a', '', 7, null].map(textOf)).toEqual(['a', undefined, undefined, undefined]);
  expect([7, 7.5, '7', null].map(numberOf)).toEqual([7, undefined, undefined, undefined]);
  expect([['a'], 'a', { length: 1 }].map(listOf)).toEqual([['a'], [], []]);
  expect(textsOf(['a', 7, '', 'b'])).toEqual(['a', 'b']);
});
