/** Tests of those parts of the host page that need no browser. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

/** Compiles one TypeScript module with what it imports. */
async function load(file) {
  const entry = path.resolve(import.meta.dirname, '../src', file);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { ordered, toTree } = await load('shell/navTree.ts');
const { extensionProblems } = await load('plugins/extensionProblems.ts');
const { shareScopeProblems } = await load('plugins/shareScopeProblems.ts');
const { abbreviationOf, pluralLabelOf, resourcePath } = await load('kubernetes/modelNames.ts');

const link = (id, more = {}) => ({ id, kind: 'link', ...more });
const ids = (entries) => entries.map(({ id }) => id).join(' ');

test('navigation: insertAfter, insertBefore, lists of neighbours, entries that name one another', () => {
  assert.equal(ids(ordered([link('a'), link('b'), link('x', { insertAfter: 'a' })])), 'a x b');
  assert.equal(ids(ordered([link('a'), link('b'), link('x', { insertBefore: 'b' })])), 'a x b');
  assert.equal(
    ids(ordered([link('y', { insertAfter: 'x' }), link('a'), link('x', { insertAfter: 'a' }), link('b')])),
    'a x y b',
  );
  assert.equal(ids(ordered([link('a'), link('b'), link('x', { insertAfter: ['absent', 'a'] })])), 'a x b');
  assert.equal(ids(ordered([link('a'), link('b'), link('x', { insertAfter: 'b', insertBefore: 'a' })])), 'x a b');
  assert.equal(ids(ordered([link('x', { insertAfter: 'absent' }), link('a')])), 'a x');
  assert.equal(ids(ordered([link('x', { insertAfter: 'y' }), link('y', { insertAfter: 'x' })])), 'x y');
});

test('navigation: links stand in their section; a section that does not exist swallows its links', () => {
  const tree = toTree([
    { id: 's', kind: 'section' },
    link('in', { section: 's' }),
    link('lost', { section: 'absent' }),
    link('top'),
  ]);
  assert.equal(ids(tree), 's top');
  assert.equal(ids(tree[0].children), 'in');
});

const VM = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };
const tab = (page, more = {}) => ({
  type: 'console.tab/horizontalNav',
  properties: { model: VM, page, component: { $codeRef: 'servicesTab' }, ...more },
});

test('extensions: a right manifest has no problems', () => {
  assert.deepEqual(
    extensionProblems([
      { type: 'console.flag/model', properties: { flag: 'KUBEVIRT', model: VM } },
      tab({ name: 'Services', href: 'services' }),
      { type: 'console.page/route', properties: { path: '/x', exact: true, component: { $codeRef: 'page' } } },
      { type: 'console.navigation/href', properties: { id: 'x', name: 'X', href: '/x' } },
      { type: 'console.catalog/item-type', properties: {} },
    ]),
    [],
  );
});

for (const [what, extensions, problem] of [
  [
    'an unknown type',
    [{ type: 'console.tab/horizontalnav', properties: {} }],
    /of a type the console 4\.22 does not know/,
  ],
  ['a tab type that 4.22 removed', [{ type: 'console.page/resource/tab', properties: {} }], /does not know/],
  [
    'no code reference',
    [{ type: 'console.page/route', properties: { path: '/x' } }],
    /component has to be \{"\$codeRef": …\}/,
  ],
  [
    'a component as a string',
    [{ type: 'console.page/route', properties: { path: '/x', component: 'page' } }],
    /has to be/,
  ],
  ['no path', [{ type: 'console.page/route', properties: { component: { $codeRef: 'page' } } }], /has no path/],
  ['a stock href', [tab({ name: 'Console', href: 'console' })], /begins with the stock tab console/],
  ['an href that begins like a stock one', [tab({ name: 'Y', href: 'yaml-view' })], /begins with the stock tab yaml/],
  ['an href with a slash', [tab({ name: 'S', href: 'services/list' })], /has a slash/],
  ['two tabs of one name', [tab({ name: 'S', href: 's' }), tab({ name: 'S', href: 't' })], /same name or href/],
  ['two tabs of one href', [tab({ name: 'S', href: 's' }), tab({ name: 'T', href: 's' })], /same name or href/],
  [
    'another version of the VM',
    [tab({ name: 'S', href: 's' }, { model: { ...VM, version: 'v1alpha3' } })],
    /exactly kubevirt\.io \/ v1/,
  ],
]) {
  test(`extensions: ${what} is told`, () => {
    const problems = extensionProblems(extensions);
    assert.ok(
      problems.some((text) => problem.test(text)),
      problems.join('\n') || 'no problem found',
    );
  });
}

test('share scope: one module more or less than the console 4.22 has is told', () => {
  const [, ...missing] = shareScopeProblems([]);
  const complete = [missing[0], ...missing].map((text) => /share (\S+),/.exec(text)[1]);
  complete[0] = '@openshift-console/dynamic-plugin-sdk';
  assert.equal(complete.length, 208);
  assert.deepEqual(shareScopeProblems(complete), []);
  assert.match(shareScopeProblems([...complete, 'react-dom'])[0], /shares react-dom, which the console 4\.22 does not/);
});

test('kinds: letters, plurals and paths', () => {
  assert.deepEqual(['VirtualMachine', 'Pod'].map(abbreviationOf), ['VM', 'P']);
  assert.deepEqual(['Service', 'NetworkPolicy', 'Ingress'].map(pluralLabelOf), [
    'Services',
    'NetworkPolicies',
    'Ingresses',
  ]);
  const vm = {
    kind: 'VirtualMachine',
    apiGroup: 'kubevirt.io',
    apiVersion: 'v1',
    plural: 'virtualmachines',
    namespaced: true,
    crd: true,
  };
  assert.equal(resourcePath(vm, 'a', 'prod2'), '/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/a');
  assert.equal(resourcePath({ kind: 'Service', plural: 'services', namespaced: true }), '/k8s/all-namespaces/services');
  assert.equal(resourcePath({ kind: 'Node', plural: 'nodes' }, 'node1'), '/k8s/cluster/nodes/node1');
});
