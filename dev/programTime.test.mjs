import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgramTime, programOf } from './programTime.mjs';
import { run } from './processes.mjs';
import { options } from './sampleProcesses.mjs';

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
  async () => {
    const time = new ProgramTime();
    const busy = 'for (const end = Date.now() + 4500; Date.now() < end;);';
    // for as long as a look takes to find it
    const code = await run(process.execPath, ['-e', busy, 'server/serve.mjs'], options());
    assert.equal(code, 0);
    assert.match(time.stop(), /console stand-in 0\.[01]/);
  },
);
