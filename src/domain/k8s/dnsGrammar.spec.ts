import { DNS_1035_LABEL, DNS_1123_LABEL, DNS_1123_SUBDOMAIN } from './dnsGrammar';

describe('the grammars of DNS', () => {
  it.each([
    ['a', true, true, true],
    ['a-1', true, true, true],
    ['1a', true, false, true],
    ['a.b-1.c', false, false, true],
    ['', false, false, false],
    ['A', false, false, false],
    ['-a', false, false, false],
    ['a-', false, false, false],
    ['a_b', false, false, false],
    ['a..b', false, false, false],
    ['a.-b', false, false, false],
    ['a\n', false, false, false],
  ])('%j', (text, isLabel, isServiceName, isSubdomain) => {
    expect([DNS_1123_LABEL, DNS_1035_LABEL, DNS_1123_SUBDOMAIN].map((grammar) => grammar.test(text))).toEqual([
      isLabel,
      isServiceName,
      isSubdomain,
    ]);
  });
});
