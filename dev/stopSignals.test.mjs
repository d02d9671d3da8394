import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { deaf, family, isAlive, leftOf, options } from './sampleProcesses.mjs';

/** @param {string} file of this folder */
const url = (file) => JSON.stringify(new URL(file, import.meta.url).href);

/**
 * As start.mjs and test.mjs: runs a family until it is asked to stop, and says the three numbers.
 * @param {string} how the family is
 * @param {number} grace
 */
const script = (how, grace) => `
  const { start, stopEverything } = await import(${url('./processes.mjs')});
  const { untilSays } = await import(${url('./logTail.mjs')});
  const { onStopSignal } = await import(${url('./stopSignals.mjs')});
  const stopAsked = new Promise((resolve) => onStopSignal(resolve));
  const child = await start(process.execPath, ['-e', ${JSON.stringify(family(how))}], ${JSON.stringify(options({ grace }))});
  const [numbers] = await untilSays(child, /pids .*/, { minutes: 1 });
  console.log(numbers, process.pid);
  setInterval(() => {}, 1000);
  await stopAsked;
  await stopEverything();
  process.exit(7);`;

/**
 * As npm: starts the script in its own process group and waits.
 * @param {{ how?: string, grace?: number }} [options]
 */
async function npmRuns({ how = '', grace = 5_000 } = {}) {
  const program = `
    const args = ['--input-type=module', '-e', ${JSON.stringify(script(how, grace))}];
    const script = require('node:child_process').spawn(process.execPath, args, { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
    script.once('exit', (code) => process.exit(code));`;
  const npm = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const [text] = await once(npm.stdout, 'data');
  const pids = String(text).match(/\d+/g)?.map(Number) ?? [];
  assert.equal(pids.length, 3);
  assert.deepEqual(pids.map(isAlive), [true, true, true]);
  const group = -(/** @type {number} */ (npm.pid));
  return {
    npm,
    pids,
    script: /** @type {number} */ (pids[2]),
    terminalSends: (/** @type {NodeJS.Signals} */ signal) => process.kill(group, signal),
  };
}

test('Ctrl-C ends everything, in order', async () => {
  const { npm, pids, terminalSends } = await npmRuns();
  terminalSends('SIGINT');
  assert.deepEqual(await once(npm, 'exit'), [7, null]);
  assert.deepEqual(await leftOf(pids), []);
});

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
  test(`${signal} to the scripts alone ends everything, in order`, async () => {
    const { npm, pids, script } = await npmRuns();
    process.kill(script, signal);
    assert.deepEqual(await once(npm, 'exit'), [7, null]);
    assert.deepEqual(await leftOf(pids), []);
  });
}

test('a killed npm ends everything', async () => {
  const { npm, pids } = await npmRuns();
  npm.kill('SIGKILL');
  assert.deepEqual(await leftOf(pids), []);
});

test('a second Ctrl-C does not wait for what does not end, and leaves nothing behind', async () => {
  const { npm, pids, terminalSends } = await npmRuns({ how: deaf, grace: 60_000 });
  terminalSends('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 700));
  assert.deepEqual(pids.map(isAlive), [true, true, true]);
  terminalSends('SIGINT');
  assert.deepEqual(await once(npm, 'exit'), [130, null]);
  assert.deepEqual(await leftOf(pids), []);
});
