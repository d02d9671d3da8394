import { HttpErrorLike, connectionLost, forbidden, invalidPatch } from '../../../test/objects/apiErrors';
import { PartNotLoaded } from '../../host/loadPart';
import { isPassing, toFailure } from './failure';

describe('toFailure', () => {
  it("keeps the API server's own code, reason and words", () => {
    const message = 'services is forbidden: User "viewer" cannot create resource "services"';
    expect(toFailure(forbidden(message))).toEqual({ code: 403, reason: 'Forbidden', message });
    expect(toFailure(invalidPatch())).toEqual({
      code: 422,
      reason: 'Invalid',
      message: 'the server rejected our request due to an error in our request',
    });
  });

  it("prefers the Status object to the console's own text", () => {
    const error = Object.assign(new Error('Conflict'), {
      code: 409,
      json: { code: 409, reason: 'AlreadyExists', message: 'services "backend" already exists' },
    });
    expect(toFailure(error)).toEqual({
      code: 409,
      reason: 'AlreadyExists',
      message: 'services "backend" already exists',
    });
  });

  it.each<[string, unknown, unknown]>([
    [
      'an answer without a Status object',
      Object.assign(new Error('Bad Gateway'), { code: 502 }),
      { code: 502, message: 'Bad Gateway' },
    ],
    [
      'an answer whose status is on the response alone',
      Object.assign(new Error('no'), { response: { status: 404 } }),
      { code: 404, message: 'no' },
    ],
    [
      'a Status object with empty words',
      Object.assign(new Error('Forbidden'), { code: 403, json: { reason: '', message: '' } }),
      { code: 403, message: 'Forbidden' },
    ],
    [
      'json that is no object',
      Object.assign(new Error('no'), { code: 500, json: 'down' }),
      { code: 500, message: 'no' },
    ],
    ['a lost connection', connectionLost(), { message: 'Failed to fetch' }],
    ['a part that is gone', new PartNotLoaded('chunk 7'), { message: 'chunk 7', isPartMissing: true }],
    ['a text', 'no', { message: 'no' }],
    ['nothing', undefined, { message: 'undefined' }],
    ['null', null, { message: 'null' }],
  ])('reads %s', (_, error, failure) => {
    expect(toFailure(error)).toEqual(failure);
  });

  it('has words for whatever object was thrown', () => {
    expect(toFailure({ odd: true }).message).toContain('odd');
  });
});

describe('how long the API server asks to wait', () => {
  const refused = (headers: Record<string, string>, json: object = {}) =>
    Object.assign(new Error('Too Many Requests'), {
      code: 429,
      response: { status: 429, headers: new Headers(headers) },
      json,
    });

  it.each<[string, Error, number | undefined]>([
    ['the header', refused({ 'Retry-After': '7' }), 7],
    ['the header before the Status object', refused({ 'retry-after': '0' }, { details: { retryAfterSeconds: 3 } }), 0],
    ['the Status object', refused({}, { details: { retryAfterSeconds: 3 } }), 3],
    ['neither', refused({}), undefined],
    ['a date, which is not read', refused({ 'Retry-After': 'Fri, 31 Dec 2027 23:59:59 GMT' }), undefined],
    ['less than nothing', refused({ 'Retry-After': '-1' }), undefined],
    ['no headers at all', Object.assign(new Error('no'), { code: 429, response: { status: 429 } }), undefined],
  ])('is what %s says', (_, error, seconds) => {
    expect(toFailure(error).retryAfterSeconds).toBe(seconds);
  });
});

describe('isPassing', () => {
  it.each([
    [undefined, true],
    [429, true],
    [500, true],
    [503, true],
    [504, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
    [422, false],
  ])('with code %s: %s', (code, answer) => {
    expect(isPassing(toFailure(code === undefined ? connectionLost() : new HttpErrorLike(code, 'R', 'm')))).toBe(
      answer,
    );
  });
});
