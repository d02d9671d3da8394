import assert from 'node:assert/strict';
import test from 'node:test';
import { elapsed, Progress } from './progress.mjs';

function recorder() {
  let text = '';
  return { write: (/** @type {string} */ more) => (text += more), columns: 40, text: () => text };
}

test('times read well', () => {
  assert.equal(elapsed(3_140), '3.1 s');
  assert.equal(elapsed(59_940), '59.9 s');
  assert.equal(elapsed(59_990), '1 min 00 s');
  assert.equal(elapsed(125_400), '2 min 05 s');
});

test('without a terminal a step is a line when it begins and one when it ends', async () => {
  const stream = recorder();
  const progress = new Progress({ stream, live: false });
  assert.equal(await progress.step('Building', async () => 7), 7);
  await assert.rejects(
    progress.step('Testing', () => Promise.reject(new Error('wrong'))),
    /wrong/,
  );
  assert.match(stream.text(), /^ {2}Building …\n✔ Building \(\d\.\d s\)\n {2}Testing …\n✘ Testing \(\d\.\d s\)\n$/);
});

test('on a terminal, live lines are replaced, cut at its width, and gone at the end', async () => {
  const stream = recorder();
  const progress = new Progress({ stream, live: true });
  await Promise.all([
    progress.step('First', async (note) => note('x'.repeat(100))),
    progress.step('Second', () => new Promise((resolve) => setTimeout(resolve, 300))),
  ]);
  const erase = (/** @type {number} */ count) => `\x1b[${count}A\x1b[J`;
  assert.ok(stream.text().includes(erase(2)), 'two lines were erased together');
  const lines = stream.text().replaceAll(erase(1), '').replaceAll(erase(2), '').split('\n');
  assert.ok(
    lines.every((line) => line.length <= 40),
    'a longer line would wrap and could not be erased',
  );
  assert.match(stream.text(), /✔ Second \(0\.\d s\)\n$/);
});

test('a muted progress says nothing more', async () => {
  const stream = recorder();
  const progress = new Progress({ stream, live: false });
  progress.mute();
  await progress.step('Building', async () => {});
  assert.equal(stream.text(), '');
});
