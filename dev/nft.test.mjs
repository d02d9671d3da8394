import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { hasDebianPackages } from './debianPackages.mjs';
import { availableNft, findNft } from './nft.mjs';
import { Progress } from './progress.mjs';

const find = (/** @type {string[]} */ files, /** @type {string} */ list) =>
  findNft({ platform: 'linux', path: list, isExecutable: (file) => files.includes(file) });

test('nft is found on the PATH, else where a user does not look for it', () => {
  assert.equal(find(['/opt/nft', '/usr/sbin/nft'], '/bin:/opt'), '/opt/nft');
  assert.equal(find(['/usr/sbin/nft'], '/bin:/usr/bin'), '/usr/sbin/nft');
  assert.equal(find(['/usr/local/sbin/nft'], ''), '/usr/local/sbin/nft');
  assert.equal(find(['/bin/iptables'], '/bin'), undefined);
});

test('with the packages of Debian there is one, and it runs', { skip: process.platform !== 'linux' }, async () => {
  const nft = await availableNft(new Progress({ stream: { write: () => true } }));
  if (!nft) return assert.ok(!hasDebianPackages());
  assert.match(execFileSync(nft, ['--version'], { encoding: 'utf8' }), /^nftables v\d+\.\d+\.\d+/);
});
