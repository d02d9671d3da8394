import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { changedFiles } from './changedFiles.mjs';
import { isNear } from './changedSpecs.mjs';
import { repository } from './folders.mjs';
import { stages } from './stages.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
after(() => rmSync(folder, { recursive: true }));
const git = (/** @type {string[]} */ ...args) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'ignore' });
const write = (/** @type {string[]} */ ...names) =>
  names.forEach((name) => writeFileSync(path.join(folder, name), `${name} ${Math.random()}\n`.repeat(9)));
function commit() {
  git('add', '--all');
  git('commit', '--message', 'a commit');
}

test('what is committed since origin/main, what is not committed and what is new have changed; a move has two names', () => {
  git('init', '--initial-branch', 'main');
  write('same', 'committed', 'edited', 'moved', 'removed', '.gitignore');
  writeFileSync(path.join(folder, '.gitignore'), 'ignored\n');
  commit();
  assert.deepEqual(changedFiles(folder), []);
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  write('committed');
  commit();
  write('edited', 'a new one', 'ignored');
  renameSync(path.join(folder, 'moved'), path.join(folder, 'there'));
  rmSync(path.join(folder, 'removed'));
  assert.deepEqual(changedFiles(folder), ['a new one', 'committed', 'edited', 'moved', 'removed', 'there']);
  git('update-ref', '-d', 'refs/remotes/origin/main');
  assert.deepEqual(
    changedFiles(folder),
    ['a new one', 'edited', 'moved', 'removed', 'there'],
    'on main itself, without a remote',
  );
});

/** @param {string[]} files */
const asked = (...files) =>
  Object.fromEntries(stages.flatMap(({ title, changed }) => (changed?.(files) ? [[title, changed(files)]] : [])));

test('a source file is checked by name where a tool can, and its specs are run', () => {
  const sources = readdirSync(path.join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  const file = `src/${sources.find((name) => name.endsWith('.ts'))}`;
  const { eslint, prettier, jest, types, translations, ...more } = asked(file);
  assert.deepEqual([eslint, prettier], [[file], [file]]);
  assert.deepEqual(jest?.slice(0, 2), ['--findRelatedTests', file]);
  assert.deepEqual([types, translations], [[], []]);
  assert.ok(
    !Object.keys(more).some((title) => /cluster|chart|console|dev|build|browser/.test(title)),
    Object.keys(more).join(),
  );
});

test('a file that is gone is nothing that eslint could read, and still breaks what imports it', () => {
  const { eslint, types, jest } = asked('src/cluster/noSuchFile.ts');
  assert.equal(eslint, undefined);
  assert.deepEqual(types, []);
  assert.ok(jest);
});

test('packages can break everything that uses them', () => {
  const { eslint, jest, types, knip } = asked('package-lock.json');
  assert.deepEqual({ eslint, jest, types, knip }, { eslint: [], jest: [], types: [], knip: [] });
});

test("Go's own tests run without a cluster, each module's for its own files", () => {
  assert.deepEqual(asked('test/cluster/internal/state/state.go'), {
    'cluster vet': [],
    'cluster tests': ['./internal/...'],
  });
  assert.ok(asked('charts/expose-vm/values.yaml')['chart tests']);
});

test('these scripts are tested when they change; a change of a document runs the specs that read documents', () => {
  assert.deepEqual(asked('dev/ports.mjs')['dev script tests'], []);
  assert.equal(asked('docs/diagnosis.md').jest?.[0], '--findRelatedTests');
});

test('of the specs that render, those near the change are run', () => {
  const text = "import { y } from './y';\nimport { z } from '../ui/z';\n";
  assert.ok(isNear('src/a/X.spec.tsx', text, ['src/a/X.spec.tsx']), 'itself');
  assert.ok(isNear('src/a/X.wide.spec.tsx', text, ['src/a/X.tsx']), 'beside');
  assert.ok(isNear('src/a/X.spec.tsx', text, ['src/ui/z.ts']), 'imported');
  assert.ok(!isNear('src/a/X.spec.tsx', text, ['src/ui/y.ts', 'src/a/XY.tsx']));
});
