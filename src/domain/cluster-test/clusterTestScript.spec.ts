import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClusterTestCheck } from './clusterTestChecks';
import { parseClusterTest } from './clusterTestLog';
import { clusterTestScript } from './clusterTestScript';

/** Stands for a resolver: what a real `getent ahosts` writes of names with one address, with two, and with none. */
const GETENT = `#!/bin/bash
case $2 in
  dual) printf '10.0.0.1      STREAM dual\\n10.0.0.1      DGRAM  \\n10.0.0.1      RAW    \\nfd00::1         STREAM \\n' ;;
  broken) echo 'getent: a; b: no memory' >&2; exit 3 ;;
  *) exit 2 ;;
esac`;

let folder = '';
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'getent-'));
  writeFileSync(path.join(folder, 'getent'), GETENT);
  chmodSync(path.join(folder, 'getent'), 0o755);
  server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

const run = (checks: readonly ClusterTestCheck[]) =>
  parseClusterTest(
    execFileSync('bash', ['-c', clusterTestScript(checks)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
    }),
    checks,
  );

describe('the script, run by a real bash', () => {
  it.each(['dual', 'gone', 'broken'])('tells of %s what came out', (name) => {
    const told = {
      dual: { outcome: 'ok', addresses: ['10.0.0.1', 'fd00::1'] },
      gone: { outcome: 'failed', reason: { why: 'not-found' } },
      broken: { outcome: 'failed', reason: { why: 'words', words: 'no memory' } },
    };
    expect(run([{ kind: 'dns', name }])).toMatchObject([told[name as keyof typeof told]]);
  });

  it('tells whether a connection can be opened, and why not', () => {
    const { port } = server.address() as AddressInfo;
    expect(
      run([
        { kind: 'tcp', host: '127.0.0.1', port },
        { kind: 'tcp', host: '127.0.0.1', port: 1 },
      ]),
    ).toMatchObject([{ outcome: 'ok' }, { outcome: 'failed', reason: { why: 'words', words: 'Connection refused' } }]);
  });

  it('runs many checks immediately, keeps what each wrote together, and quotes what it is given', () => {
    const checks: ClusterTestCheck[] = Array.from({ length: 20 }, (_, index) => ({
      kind: 'dns',
      name: index % 2 ? 'dual' : `n${index}$(exit)';`,
    }));
    const results = run(checks);
    expect(results.filter(({ outcome }) => outcome === 'ok')).toHaveLength(10);
    expect(results[1]?.lines).toEqual([
      '$ getent ahosts dual',
      '10.0.0.1      STREAM dual',
      '10.0.0.1      DGRAM  ',
      '10.0.0.1      RAW    ',
      'fd00::1         STREAM ',
      'expose-vm dns dual ok 10.0.0.1 10.0.0.1 10.0.0.1 fd00::1;',
    ]);
  });
});
