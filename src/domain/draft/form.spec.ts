import {
  hasFields,
  isAbsentOr,
  isBoolean,
  isJsonObject,
  isLike,
  isListOf,
  isMapOf,
  isOneOf,
  isText,
  type Check,
} from './form';

const VALUES = [undefined, null, 0, '', 'a', true, [], ['a'], [1], {}, { a: 'a' }, { a: 1 }];

describe('the form of what was read', () => {
  it.each<[string, Check, unknown[]]>([
    ['an object', isJsonObject, [{}, { a: 'a' }, { a: 1 }]],
    ['a text', isText, ['', 'a']],
    ['a boolean', isBoolean, [true]],
    ['one of some texts', isOneOf(['a', 'b']), ['a']],
    ['absent or a text', isAbsentOr(isText), [undefined, '', 'a']],
    ['a list of texts', isListOf(isText), [[], ['a']]],
    ['a map of texts', isMapOf(isText), [{}, { a: 'a' }]],
    ['an object with a field', hasFields({ a: isText }), [{ a: 'a' }]],
    ['like a sample', isLike({ a: 0 }), [{ a: 1 }]],
  ])('is %s', (_what, check, passing) => {
    expect(VALUES.filter((value) => check(value))).toEqual(passing);
  });
});
