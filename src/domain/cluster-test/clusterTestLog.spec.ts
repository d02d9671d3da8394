import fc from 'fast-check';
import type { ClusterTestCheck } from './clusterTestChecks';
import { parseClusterTest } from './clusterTestLog';

const FULL = { kind: 'dns', name: 'backend.prod2.svc.cluster.local' } as const satisfies ClusterTestCheck;
const SHORT: ClusterTestCheck = { kind: 'dns', name: 'backend' };
const TCP: ClusterTestCheck = { kind: 'tcp', host: 'backend.prod2.svc.cluster.local', port: 80 };
const CHECKS = [FULL, SHORT, TCP];
const LOG = `$ getent ahosts backend
172.30.1.2      STREAM backend.prod2.svc.cluster.local
expose-vm dns backend ok 172.30.1.2;
$ connect to backend.prod2.svc.cluster.local, port 80
tcp: connect: Network is unreachable
expose-vm tcp backend.prod2.svc.cluster.local 80 failed 1 Network is unreachable;
$ getent ahosts backend.prod2.svc.cluster.local

expose-vm dns backend.prod2.svc.cluster.local failed 2 ;
`;

const only = (line: string, check: ClusterTestCheck = FULL) => parseClusterTest(line, [check])[0];

describe('parseClusterTest', () => {
  it('gives a result for each check in their order, with its part of the log', () => {
    expect(parseClusterTest(LOG, CHECKS)).toEqual([
      {
        check: FULL,
        outcome: 'failed',
        addresses: [],
        reason: { why: 'not-found' },
        lines: LOG.split('\n').slice(6, 9),
      },
      { check: SHORT, outcome: 'ok', addresses: ['172.30.1.2'], lines: LOG.split('\n').slice(0, 3) },
      {
        check: TCP,
        outcome: 'failed',
        addresses: [],
        reason: { why: 'words', words: 'Network is unreachable' },
        lines: LOG.split('\n').slice(3, 6),
      },
    ]);
  });

  it.each([
    ['no answer', 'failed 124 ', { outcome: 'failed', reason: { why: 'no-answer' } }],
    [
      'no getent',
      'failed 127 No such file or directory',
      { outcome: 'failed', reason: { why: 'words', words: 'No such file or directory' } },
    ],
    ['no words', 'failed 3 ', { outcome: 'failed', reason: { why: 'words', words: '3' } }],
    ['several addresses', 'ok 10.0.0.1 fd00::1 10.0.0.1', { outcome: 'ok', addresses: ['10.0.0.1', 'fd00::1'] }],
    ['something else', 'perhaps', { outcome: 'missing' }],
  ])('reads %s', (_, told, result) => {
    expect(only(`expose-vm dns ${FULL.name} ${told};`)).toMatchObject(result);
  });

  it('counts no line that was cut off, which could end in the middle of an address', () => {
    expect(only(`expose-vm dns ${FULL.name} ok 172.30.1.2`)).toMatchObject({ outcome: 'missing', lines: [] });
  });

  it('finds lines that others were written into the front of, or the end', () => {
    const line = (name: string, ip: string) => `expose-vm dns ${name} ok ${ip};`;
    expect(
      parseClusterTest(`warning: ${line('backend', '10.0.0.1')}${line(FULL.name, '10.0.0.2')}\r\n`, CHECKS).map(
        ({ addresses }) => addresses,
      ),
    ).toEqual([['10.0.0.2'], ['10.0.0.1'], []]);
  });

  it('keeps to the first of two results, and mixes up no names of which one begins with the other', () => {
    expect(only(`expose-vm dns ${FULL.name} ok 10.0.0.1;\nexpose-vm dns ${FULL.name} failed 2 ;`)).toMatchObject({
      outcome: 'ok',
    });
    expect(only('expose-vm dns backend.prod2 ok 10.0.0.1;', SHORT)).toMatchObject({ outcome: 'missing' });
  });

  it('never tells more of a log that was cut off than of the whole', () => {
    const whole = parseClusterTest(LOG, CHECKS);
    fc.assert(
      fc.property(fc.nat(LOG.length), (length) => {
        parseClusterTest(LOG.slice(0, length), CHECKS).forEach((result, index) =>
          expect([whole[index]?.outcome, 'missing']).toContain(result.outcome),
        );
      }),
    );
  });
});
