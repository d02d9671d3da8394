import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import type { ClusterTestReason, ClusterTestResult } from './clusterTestLog';
import { likelyCause } from './likelyCause';

const DNS = { kind: 'dns', name: 'backend' } as const;
const TCP = { kind: 'tcp', host: 'backend', port: 80 } as const;
const failed = (check: typeof DNS | typeof TCP, reason: ClusterTestReason): ClusterTestResult => ({
  check,
  outcome: 'failed',
  addresses: [],
  reason,
  lines: [],
});
const cause = (result: ClusterTestResult, slices = [aSlice()]) => likelyCause(result, aService(), slices);
const words = (said: string): ClusterTestReason => ({ why: 'words', words: said });

describe('the likely cause of a failed check', () => {
  it.each([
    [failed(DNS, { why: 'not-found' }), 'name-unknown'],
    [failed(DNS, { why: 'no-answer' }), 'dns-silent'],
    [failed(DNS, words('Temporary failure')), 'other'],
    [failed(TCP, { why: 'no-answer' }), 'port-silent'],
    [failed(TCP, words('Connection refused')), 'port-refused'],
    [failed(TCP, words('Network is unreachable')), 'other'],
  ])('of %j is %s', (result, expected) => {
    expect(cause(result)).toBe(expected);
  });

  it('is that the Service has no endpoint that takes traffic', () => {
    const silent = failed(TCP, { why: 'no-answer' });
    expect(cause(silent, [])).toBe('no-endpoint');
    expect(cause(silent, [aSlice({ endpoints: [anEndpoint({ ready: false })] })])).toBe('no-endpoint');
    expect(likelyCause(silent, aService(), undefined)).toBe('port-silent');
  });

  it('is another address, or that the log does not tell; none of what passed', () => {
    const resolved = (address: string): ClusterTestResult => ({
      check: DNS,
      outcome: 'ok',
      addresses: [address],
      lines: [],
    });
    expect(cause(resolved('172.30.9.9'))).toBe('other-address');
    expect(cause(resolved('172.30.123.204'))).toBeUndefined();
    expect(cause({ check: TCP, outcome: 'missing', addresses: [], lines: [] })).toBe('not-in-log');
  });
});
