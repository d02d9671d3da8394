import assert from 'node:assert/strict';
import test from 'node:test';
import { goProblem, isAtLeast, nodeProblem, parseVersion } from './versions.mjs';

test('versions are read as Node.js, Go, package.json and go.mod write them', () => {
  assert.deepEqual(parseVersion('v20.19.0'), [20, 19, 0]);
  assert.deepEqual(parseVersion('go1.26.8'), [1, 26, 8]);
  assert.deepEqual(parseVersion('go version go1.27rc1 linux/amd64'), [1, 27, 0]);
  assert.deepEqual(parseVersion('>=20'), [20, 0, 0]);
  assert.equal(parseVersion('devel'), undefined);
});

test('versions are compared by number, not by text', () => {
  assert.ok(isAtLeast('go1.26.0', '1.26.0'));
  assert.ok(isAtLeast('go1.100', '1.26.0'));
  assert.ok(isAtLeast('v22.0.0', '>=20.19'));
  assert.ok(!isAtLeast('go1.9.9', '1.26.0'));
  assert.ok(!isAtLeast('v20.18.9', '>=20.19'));
  assert.ok(!isAtLeast('v20.19.0', '>=20.19.1'));
  assert.ok(!isAtLeast('devel', '1.26.0'), 'what names no version is not new enough');
});

test('an old Node.js is told with what is wanted and what was found', () => {
  assert.equal(nodeProblem('v20.19.0', '>=20'), undefined);
  const problem = nodeProblem('v18.12.0', '>=20') ?? '';
  assert.match(problem, /Node\.js 20 or newer is needed and this is 18\.12\.0: install/);
});

test('a missing and an old Go are told apart, with the way around them', () => {
  assert.equal(goProblem('go1.26.1', '1.26.0'), undefined);
  assert.match(goProblem(undefined, '1.26.0') ?? '', /Go 1\.26\.0 or newer .* there is no go command on the PATH.*--kubeconfig/);
  assert.match(goProblem('go1.22.2', '1.26.0') ?? '', /Go 1\.26\.0 or newer .* this is 1\.22\.2.*--kubeconfig/);
});
