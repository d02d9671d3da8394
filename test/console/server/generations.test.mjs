/** Tests of what differs between the generations of consoles. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { generationOf } from './generations.mjs';
import { load } from './pageModules.mjs';

test('share scope: each generation has its own list', async () => {
  const old = await load('plugins/shareScopeProblems.ts', '4.21.3');
  const problems = old.shareScopeProblems([]);
  assert.equal(problems.length, 199);
  for (const name of ['@openshift/dynamic-plugin-sdk', '@patternfly/react-data-view/dist/dynamic/DataView']) {
    assert.deepEqual(old.shareScopeProblems([name]).slice(0, 1), [
      `The stand-in shares ${name}, which the console 4.21 does not.`,
    ]);
  }
  const newest = await load('plugins/shareScopeProblems.ts', '5.0.0');
  assert.equal(newest.shareScopeProblems([]).length, 208);
});

test('share scope of 4.22: that of the published build package', () => {
  const require = createRequire(import.meta.url);
  const {
    sharedPluginModules,
  } = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/shared-modules/shared-modules-meta');
  const { modules, routers } = require('../generations/4.22/generation.json');
  assert.deepEqual([...modules, ...routers].sort(), [...sharedPluginModules].sort());
});

test('what a console has is a matter of its release', async () => {
  const has = async (release) => {
    const { VM_MENUS_TAKE_ACTIONS } = await load('plugins/menuContexts.ts', release);
    const { perspectives } = await load('shell/stockNavigation.ts', release);
    const { navProblems } = await load('shell/navProblems.ts', release);
    const properties = { id: 'x', perspective: 'virtualization-perspective', insertAfter: 'absent' };
    const problems = navProblems([{ type: 'console.navigation/href', properties }]);
    return [VM_MENUS_TAKE_ACTIONS, perspectives.length, problems.length];
  };
  assert.deepEqual(await has('4.20.9'), [false, 1, 0]);
  assert.deepEqual(await has('4.21.0-ec.1'), [true, 1, 0]);
  assert.deepEqual(await has('4.22.0'), [true, 2, 1]);
  assert.deepEqual(await has('5.0.0'), [true, 2, 1]);
});

test('a release belongs to one generation, and one that is unknown is refused', () => {
  assert.deepEqual(['4.19.0', '4.20.1', '4.21.0-ec.1', '4.22.0', '5.0.0'].map(generationOf), [
    '4.20',
    '4.20',
    '4.20',
    '4.22',
    '5.0',
  ]);
  assert.throws(() => generationOf('4.18.0'), /knows the consoles 4\.19, 4\.20, 4\.21, 4\.22, 5\.0/);
  assert.throws(() => generationOf('newest'), /--release newest/);
});
