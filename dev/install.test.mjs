import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { isInstalled, lockStamp, markInstalled } from './install.mjs';

/** @param {(folder: string) => void} body */
function inFolder(body) {
  const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
  try {
    writeFileSync(path.join(folder, 'package-lock.json'), '{"lockfileVersion":3}');
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('nothing is installed where there is no node_modules', () => {
  inFolder((folder) => assert.equal(isInstalled(folder), false));
});

test('node_modules without a stamp, as a broken-off installation leaves it, do not count', () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'node_modules'));
    assert.equal(isInstalled(folder), false);
  });
});

test('an installation counts until the lock file changes, and again when it is changed back', () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'node_modules'));
    markInstalled(folder);
    assert.equal(isInstalled(folder), true);
    const before = lockStamp(folder);
    writeFileSync(path.join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    assert.equal(isInstalled(folder), false);
    writeFileSync(path.join(folder, 'package-lock.json'), '{"lockfileVersion":3}');
    assert.equal(lockStamp(folder), before);
    assert.equal(isInstalled(folder), true);
  });
});

test('an installation for another system does not count', () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'node_modules'));
    const [, hash] = lockStamp(folder).split(' ');
    writeFileSync(path.join(folder, 'node_modules/.installed-lock'), `plan9-mips ${hash}`);
    assert.equal(isInstalled(folder), false);
  });
});
