import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { checkGo } from './goBuild.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
after(() => rmSync(folder, { recursive: true }));

test('an existing Go is used', () => {
  checkGo();
});

test('a Go that is too old is told in its own words, with the way around it', () => {
  writeFileSync(path.join(folder, 'go.mod'), 'module sample\n\ngo 1.999.0\n');
  const env = { ...process.env, GOTOOLCHAIN: 'local' };
  assert.throws(() => checkGo({ folder, env }), {
    name: 'Failure',
    message: /requires go >= 1\.999\.0 \(running go .*\): install Go .* --kubeconfig FILE/,
  });
});

test('no Go is told with the way around it', () => {
  assert.throws(() => checkGo({ env: { PATH: folder } }), {
    name: 'Failure',
    message: /there is no go command on the PATH\): install Go .* --kubeconfig FILE/,
  });
});
