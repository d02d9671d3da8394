import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { repository } from './folders.mjs';
import { isInstalled, lockStamp, markInstalled, npmReason } from './install.mjs';

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

/** @param {string} node the versions of Node.js that its package.json asks for */
function folderThatAsksFor(node) {
  const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
  after(() => rmSync(folder, { recursive: true }));
  const wanted = { name: 'sample', version: '1.0.0', engines: { node } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(wanted));
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'sample', version: '1.0.0', lockfileVersion: 3, packages: { '': wanted } }),
  );
  copyFileSync(path.join(repository, '.npmrc'), path.join(folder, '.npmrc'));
  return folder;
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

test('an installation for another system or another Node.js does not count', () => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'node_modules'));
    const [, hash] = lockStamp(folder).split(' ');
    for (const other of [`plan9-mips-${process.version}`, `${process.platform}-${process.arch}-v18.0.0`]) {
      writeFileSync(path.join(folder, 'node_modules/.installed-lock'), `${other} ${hash}\n`);
      assert.equal(isInstalled(folder), false);
    }
  });
});

test('npm says itself that Node.js is too old, and its words are the reason', () => {
  const refused = spawnSync('npm', ['ci', '--no-audit'], { cwd: folderThatAsksFor('>=1000'), encoding: 'utf8' });
  assert.notEqual(refused.status, 0);
  assert.match(
    npmReason(refused.stderr) ?? '',
    /Not compatible with your version of node.* Required: \{"node":">=1000"\}/,
  );
  assert.equal(npmReason(''), undefined);
});
