import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import yaml from 'js-yaml';
import { repository } from './folders.mjs';

/** @typedef {{ uses?: string, run?: string, with?: Record<string, unknown> }} Step */
/** @typedef {{ permissions?: object, uses?: string, steps?: Step[], 'timeout-minutes'?: number }} Job */

const read = (/** @type {string} */ file) => readFileSync(path.join(repository, file), 'utf8');
const workflows = readdirSync(path.join(repository, '.github/workflows')).map((name) => {
  const text = read(`.github/workflows/${name}`);
  const content = /** @type {{ permissions: object, jobs: Record<string, Job> }} */ (yaml.load(text));
  return { name, text, permissions: content.permissions, jobs: Object.entries(content.jobs) };
});
const steps = workflows.flatMap(({ jobs }) => jobs.flatMap(([, job]) => job.steps ?? []));
const commands = steps.map(({ run = '' }) => run).join('\n');
const { version, scripts, consolePlugin } = JSON.parse(read('package.json'));

test('nothing has a permission that its job does not name, and nothing runs for ever', () => {
  for (const { name, permissions, jobs } of workflows) {
    assert.deepEqual(permissions, {}, name);
    for (const [job, { permissions: own, uses, 'timeout-minutes': minutes }] of jobs) {
      assert.ok(own, `${name}: ${job}`);
      assert.ok(uses ?? minutes, `${name}: ${job}`);
    }
  }
});

test('actions are pinned to a commit, with the version that Renovate reads', () => {
  for (const { name, text } of workflows)
    for (const [line, action] of text.matchAll(/^.*uses: (.*)$/gm))
      if (!action?.startsWith('./')) assert.match(line, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
});

test('the scripts that the workflows run are there, with the options that they give', () => {
  const run = [...commands.matchAll(/npm run ([\w:]+)(?: -- (--[\w-]+))?/g)];
  assert.ok(run.some(([, script]) => script === 'release'));
  for (const [all, script = '', option] of run) {
    assert.ok(scripts[script], all);
    const [, file = ''] = /^node (\S+)$/.exec(scripts[script]) ?? [];
    if (option) assert.ok(read(file).includes(`${option.slice(2)}: {`), all);
  }
});

test('the files that the workflows name are there', () => {
  const inputs = steps.flatMap((step) => [step.with?.['go-version-file'], step.with?.['context']]);
  const named = [...commands.matchAll(/(?:^|\s)((?:charts|\.ci)\/[\w./-]+|CHANGELOG\.md)/g)].map(([, file]) => file);
  const files = [...inputs, ...named].filter((file) => typeof file === 'string');
  assert.ok(files.length > 5);
  for (const file of files) assert.ok(existsSync(path.join(repository, file)), file);
});

test('a version is the same wherever it is said', () => {
  const chart = /** @type {{ version: string, appVersion: string }} */ (yaml.load(read('charts/expose-vm/Chart.yaml')));
  assert.equal(consolePlugin.version, version);
  assert.equal(chart.version, version);
  assert.equal(chart.appVersion, version);
  assert.match(read('Dockerfile'), new RegExp(`^ARG VERSION=${version.replaceAll('.', '\\.')}$`, 'm'));
  const released = [...read('CHANGELOG.md').matchAll(/^## \[(\d[^\]]*)\]/gm)].map(([, number]) => number);
  assert.equal(released[0], version);
});

test('Renovate leaves alone what the consoles decide, and knows each kind of file that it cares for', () => {
  const { packageRules, enabledManagers } = JSON.parse(read('renovate.json'));
  const held = packageRules
    .filter((/** @type {{ enabled?: boolean }} */ { enabled }) => enabled === false)
    .flatMap((/** @type {{ matchPackageNames: string[] }} */ rule) => rule.matchPackageNames);
  for (const name of ['@patternfly/**', 'react', 'react-router-dom-v5-compat']) assert.ok(held.includes(name), name);
  assert.deepEqual(enabledManagers, ['npm', 'gomod', 'dockerfile', 'github-actions']);
});
