import assert from 'node:assert/strict';
import test from 'node:test';
import { lackedBy } from './proofStage.mjs';

const whole = { socket: '/run/path.sock', whyNot: '', enforcesPolicies: true, whyNoPolicies: '' };

test('a proof lacks nothing where traffic is carried and policies are enforced, and says what else it lacks', () => {
  assert.equal(lackedBy(whole), '');
  assert.match(lackedBy({ ...whole, socket: '', whyNot: 'no nft' }), /no traffic here: no nft/);
  assert.match(lackedBy({ ...whole, enforcesPolicies: false, whyNoPolicies: 'no NFQUEUE' }), /not enforced here: no NFQUEUE/);
  assert.match(lackedBy(undefined), /older/);
});
