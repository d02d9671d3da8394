import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inParallel } from './clusterApi.mjs';
import { readSeedOptions } from './seed.mjs';
import { seededServices, seededVms } from './seededObjects.mjs';

const AMOUNTS = { vms: 40, services: 30, projects: 3, running: 4, seed: 7 };

test('the same number makes the same Services, another one others', () => {
  assert.deepEqual(seededServices(AMOUNTS), seededServices(AMOUNTS));
  assert.notDeepEqual(seededServices(AMOUNTS), seededServices({ ...AMOUNTS, seed: 8 }));
});

test('as many VMs run as are asked for, in as many projects', () => {
  const vms = seededVms(AMOUNTS);
  assert.equal(vms.length, 40);
  assert.equal(new Set(vms.map(({ path }) => path)).size, 3);
  assert.equal(vms.filter(({ body }) => JSON.stringify(body).includes('"Always"')).length, 4);
});

test('options that make no sense are refused in words', () => {
  assert.throws(() => readSeedOptions(['--vms', 'many']), /--vms needs a whole number from 1 to 50000, not "many"/);
  assert.throws(() => readSeedOptions(['--vms=1.5']), /--vms needs a whole number/);
  assert.throws(() => readSeedOptions(['--vms', '10', '--running', '11']), /more than the 10 VMs/);
  assert.throws(() => readSeedOptions(['--wms', '10']), /--help lists the options/);
  assert.equal(readSeedOptions(['--vms', '10']).amounts.running, 10);
});

test('work in parallel does each once and stops at a failure', async () => {
  /** @type {number[]} */
  const done = [];
  const items = Array.from({ length: 50 }, (_, index) => index);
  await inParallel(items, async (item) => void done.push(item));
  assert.deepEqual(done, items);
  let tried = 0;
  await assert.rejects(
    inParallel(items, async () => {
      tried += 1;
      throw new Error('refused');
    }),
    /refused/,
  );
  assert.ok(tried < items.length);
});
