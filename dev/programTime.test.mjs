import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { ProgramTime, programOf } from './programTime.mjs';

test('programs are told by their command lines', () => {
  const lines = {
    '/usr/lib/chromium/chromium --type=renderer --user-data-dir=/tmp/playwright_profile': 'Chromium',
    'node /x/node_modules/playwright/lib/worker/workerProcessEntry.js': 'Playwright',
    'node /x/node_modules/jest-worker/build/processChild.js': 'jest',
    'npm ci --include=dev': 'npm ci',
    '/x/.cache/bin/cluster controlplane --dir d': 'control plane',
    '/x/.cache/bin/cluster node --dir d': 'nodes',
    '/x/.cache/bin/kubevirt virt-controller --dir d': 'KubeVirt',
    'go build ./...': 'Go',
    'node /x/node_modules/.bin/eslint .': 'lint and types',
    '/usr/bin/qemu-img info': 'qemu-img',
  };
  for (const [line, program] of Object.entries(lines)) assert.equal(programOf(line), program, line);
});

test(
  'a program that works for a while is told with its time',
  { skip: process.platform !== 'linux' && 'only Linux tells it' },
  async (context) => {
    const time = new ProgramTime();
    // seconds of the processor, however busy it is; then it is still there to be looked at
    const used = '(({ user, system }) => user + system)(process.cpuUsage())';
    const busy = `while (${used} < 4e6); console.log('done'); setInterval(() => {}, 1e6)`;
    const program = spawn(process.execPath, ['-e', busy, 'server/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
    context.after(() => program.kill());
    await once(program.stdout, 'data');
    assert.match(time.stop(), /console stand-in 0\.1/);
  },
);
