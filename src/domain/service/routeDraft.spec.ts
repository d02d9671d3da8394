import { isKnownNotHttp, NEW_ROUTE, ROUTE_TERMINATIONS } from './routeDraft';

describe('a new Route', () => {
  it('has a generated host and TLS that ends at the router, which is what a browser wants', () => {
    expect(NEW_ROUTE).toMatchObject({ host: '', path: '', termination: 'edge', insecurePolicy: 'Redirect' });
    expect(ROUTE_TERMINATIONS[0]).toBe(NEW_ROUTE.termination);
  });
});

describe('ports that a router cannot serve', () => {
  it.each([
    ['22', true],
    ['3389', true],
    ['5432', true],
    ['80', false],
    ['8443', false],
    ['http', false],
    ['', false],
  ])('%s: %s', (port, isKnown) => {
    expect(isKnownNotHttp(port)).toBe(isKnown);
  });
});
