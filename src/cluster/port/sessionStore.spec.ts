import { sessionStore } from './sessionStore';

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = sessionStore({ name: 'text', version: 2, isValid: isText });

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

/** Lets the storage of the tab throw, at its methods or at its very mention. */
const forbid = (what: 'getItem' | 'setItem' | 'removeItem' | 'sessionStorage') => {
  const refusal = new DOMException('The operation is insecure.', 'SecurityError');
  const throws = (): never => {
    throw refusal;
  };
  if (what === 'sessionStorage') jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(throws);
  else jest.spyOn(Storage.prototype, what).mockImplementation(throws);
};

describe('what a tab keeps', () => {
  it('is read back under its key, and gone once it is forgotten', () => {
    expect(texts.keep('a', 'of a')).toBe(true);
    expect([texts.read('a'), texts.read('b')]).toEqual(['of a', undefined]);
    texts.forget('a');
    expect(texts.read('a')).toBeUndefined();
  });

  it('is of one version and one form', () => {
    texts.keep('a', 'of a');
    expect(sessionStore({ name: 'text', version: 1, isValid: isText }).read('a')).toBeUndefined();
    expect(sessionStore({ name: 'text', version: 3, isValid: isText }).read('a')).toBeUndefined();
    sessionStorage.setItem('expose-vm/text/a', JSON.stringify({ version: 2, value: 1 }));
    expect(texts.read('a')).toBeUndefined();
  });

  it.each(['', 'no JSON', 'null', '1', '[]', '{}', '{"version":2}', '"of a"'])('is nothing when it is %j', (kept) => {
    sessionStorage.setItem('expose-vm/text/a', kept);
    expect(texts.read('a')).toBeUndefined();
  });

  it('is not kept, and says so, where the storage is full', () => {
    forbid('setItem');
    expect(texts.keep('a', 'of a')).toBe(false);
    expect(texts.read('a')).toBeUndefined();
  });

  it.each(['getItem', 'removeItem', 'sessionStorage'] as const)(
    'does not stop a caller where %s is forbidden',
    (what) => {
      forbid(what);
      texts.keep('a', 'of a');
      texts.forget('a');
      if (what !== 'removeItem') expect(texts.read('a')).toBeUndefined();
      if (what === 'sessionStorage') expect(texts.keep('a', 'of a')).toBe(false);
    },
  );
});
