import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { untilSays } from './logTail.mjs';
import { run, start, stop } from './processes.mjs';
import { deaf, family, familyWithLifeline, isAlive, leftOf, options } from './sampleProcesses.mjs';

/** @param {string} program */
async function startFamily(program, more = {}) {
  const child = await start(process.execPath, ['-e', program], options(more));
  const [, ...pids] = await untilSays(child, /pids (\d+) (\d+)/, { minutes: 1 });
  assert.deepEqual(pids.map(Number).map(isAlive), [true, true]);
  return { child, pids: pids.map(Number) };
}

test('a child and its grandchild are gone after stop', async () => {
  const { child, pids } = await startFamily(family());
  await stop(child);
  assert.deepEqual(pids.map(isAlive), [false, false]);
});

test('also when the grandchild has a session of its own and a lifeline, and the child has to be killed', async () => {
  const { child, pids } = await startFamily(familyWithLifeline(deaf), { grace: 300 });
  await stop(child);
  assert.deepEqual(await leftOf(pids), []);
});

test('also when both ignore SIGTERM: after their time they are killed', async () => {
  const { child, pids } = await startFamily(family(deaf), { grace: 300 });
  const began = Date.now();
  await stop(child);
  assert.deepEqual(pids.map(isAlive), [false, false]);
  assert.ok(Date.now() - began >= 300, 'they were given their time');
});

test('also when the child has ended by itself and left the grandchild behind', async () => {
  const { child, pids } = await startFamily(family());
  process.kill(Number(pids[0]), 'SIGKILL');
  await child.exited;
  assert.equal(isAlive(Number(pids[1])), true);
  await stop(child);
  assert.deepEqual(pids.map(isAlive), [false, false]);
});

test('a child is asked alone first, so that it can stop its own children in order', async () => {
  const program = `
    const { spawn } = require('node:child_process');
    const grandchild = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => { console.log('grandchild was asked'); process.exit() }); setInterval(() => {}, 1000); console.log('ready')"],
      { stdio: ['ignore', 'inherit', 'inherit'] });
    process.on('SIGTERM', () => { console.log('child was asked'); setTimeout(() => grandchild.kill(), 200); });
    grandchild.once('exit', () => process.exit(0));`;
  const child = await start(process.execPath, ['-e', program], options());
  await untilSays(child, /ready/, { minutes: 1 });
  await stop(child);
  assert.match(readFileSync(child.log, 'utf8'), /child was asked\ngrandchild was asked\n$/);
  assert.equal((await child.exited).code, 0);
});

test('run gives the exit code, keeps the output, and leaves nothing running', async () => {
  const more = options();
  const program = `
    const left = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    left.unref();
    console.log('left', left.pid); console.error('and said so'); process.exitCode = 3;`;
  assert.equal(await run(process.execPath, ['-e', program], more), 3);
  const output = readFileSync(more.log, 'utf8');
  assert.match(output, /and said so/);
  assert.equal(isAlive(Number(/left (\d+)/.exec(output)?.[1])), false);
});

test('run stops what takes too long, and says so in its log', async () => {
  const more = options({ minutes: 0.003 });
  assert.equal(await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], more), 124);
  assert.equal(readFileSync(more.log, 'utf8').trim(), 'The sample was ended after 0.003 minutes.');
});

test('a command that does not exist is one sentence', async () => {
  await assert.rejects(start('no-such-command', [], options()), {
    name: 'Failure',
    message: /^The sample could not be started: .*ENOENT/,
  });
});

test('a process that ends instead of getting ready is told with its last line', async () => {
  const child = await start(
    process.execPath,
    ['-e', "console.log('first'); console.error('the port is taken'); process.exit(1)"],
    options(),
  );
  await assert.rejects(untilSays(child, /ready/, { minutes: 1 }), {
    name: 'Failure',
    message: /^The sample stopped before it was ready: the port is taken\. The log: /,
  });
  await stop(child);
});

for (const [how, end] of /** @type {const} */ ([
  ['a mistake in the scripts', "throw new Error('a mistake')"],
  ['process.exit', 'process.exit(1)'],
])) {
  test(`nothing is left behind after ${how}`, async () => {
    const program = `
      const { start } = await import(${JSON.stringify(new URL('./processes.mjs', import.meta.url).href)});
      const { untilSays } = await import(${JSON.stringify(new URL('./logTail.mjs', import.meta.url).href)});
      const child = await start(process.execPath, ['-e', ${JSON.stringify(family(deaf))}], ${JSON.stringify(options())});
      console.log((await untilSays(child, /pids .*/, { minutes: 1 }))[0]);
      setTimeout(() => { ${end} }, 50);`;
    const script = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    script.stdout.on('data', (text) => (said += text));
    await once(script, 'close');
    const pids = said.match(/\d+/g)?.map(Number) ?? [];
    assert.equal(pids.length, 2);
    assert.deepEqual(await leftOf(pids), []);
  });
}
