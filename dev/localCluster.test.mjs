import assert from 'node:assert/strict';
import test from 'node:test';
import { lacking } from './localCluster.mjs';

const whole = { socket: '/state/datapath.sock', whyNot: '', enforcesPolicies: true, whyNoPolicies: '' };

test('what the local cluster cannot do on this system is said, with the reason', () => {
  assert.equal(lacking(whole), '');
  assert.equal(
    lacking({ ...whole, enforcesPolicies: false, whyNoPolicies: 'the kernel has no NFQUEUE' }),
    'The local cluster does not enforce network policies: the kernel has no NFQUEUE.',
  );
  assert.equal(
    lacking({ ...whole, socket: '', whyNot: 'the program nft is missing' }),
    'The local cluster carries no traffic: the program nft is missing.',
  );
});
