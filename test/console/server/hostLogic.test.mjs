/** Tests of those parts of the host page that need no browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { load } from './pageModules.mjs';

const { ordered, toTree } = await load('shell/navTree.ts');
const { extensionProblems } = await load('plugins/extensionProblems.ts');
const { menuActions, repeatedIds } = await load('plugins/menuActions.ts');
const { topologyNode } = await load('topology/topologyNode.ts');
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

const navigation = (more) => ({ type: 'console.navigation/href', properties: { name: 'X', href: '/x', ...more } });
const action = (type, more) => ({ type, properties: { provider: { $codeRef: 'actions' }, ...more } });
const VIRTUALIZATION = { perspective: 'virtualization-perspective' };

for (const [what, extensions, problem] of [
  [
    'an id of the other perspective as neighbour',
    [navigation({ id: 'x', ...VIRTUALIZATION, insertAfter: 'virtualmachines' })],
    /virtualmachines is not there, so it goes to the end/,
  ],
  [
    'a neighbour in another section',
    [navigation({ id: 'x', section: 'virtualization', insertAfter: 'services' })],
    /services is not there/,
  ],
  ['an unknown section', [navigation({ id: 'x', section: 'virtualisation' })], /there is no section virtualisation/],
  ['an unknown perspective', [navigation({ id: 'x', perspective: 'virt' })], /there is no perspective virt/],
  ['the id of a stock entry', [navigation({ id: 'virtualmachines' })], /another entry has the same id/],
  [
    'one id in two perspectives',
    [navigation({ id: 'x' }), navigation({ id: 'x', ...VIRTUALIZATION })],
    /another entry has the same id/,
  ],
  [
    'a context that no menu has',
    [action('console.action/provider', { contextId: 'kubevirt.io~v1~VirtualMachines[]' })],
    /there is no menu of the context kubevirt\.io~v1~VirtualMachines\[\]/,
  ],
  [
    'actions for another version of the VM',
    [action('console.action/resource-provider', { model: { ...VM, version: 'v1alpha3' } })],
    /the menu of a VirtualMachine takes actions for exactly kubevirt\.io\/v1/,
  ],
  [
    'actions for a Service of another group',
    [action('console.action/resource-provider', { model: { group: 'apps', version: 'v1', kind: 'Service' } })],
    /the menu of a Service takes actions for exactly v1/,
  ],
]) {
  test(`menus and navigation: ${what} is told`, () => {
    const problems = extensionProblems(extensions);
    assert.equal(problems.length, 1 + Number(what === 'one id in two perspectives'), problems.join('\n'));
    assert.match(problems[0], problem);
  });
}

/** The product's own extensions, with one text replaced wherever it is a whole value. */
function ownExtensions(from, to) {
  const file = path.resolve(import.meta.dirname, '../../../console-extensions.json');
  return JSON.parse(readFileSync(file, 'utf8'), (_key, value) => (value === from ? to : value));
}

test("the product's own extensions are all shown, and stand where they say", () => {
  assert.deepEqual(extensionProblems(ownExtensions()), []);
});

for (const [from, to] of [
  ['kubevirt.io~v1~VirtualMachine[]', 'kubevirt.io~v1~VirtualMachine'],
  ['virtualmachines-virt-perspective', 'virtualmachines-virtualization-perspective'],
  ['virtualmachines', 'virtual-machines'],
  ['exposed-vms-virt-perspective', 'exposed-vms'],
  ['virtualization-perspective', 'virtualization'],
  ['virtualization', 'virtual'],
  ['console.action/resource-provider', 'console.action/resourceprovider'],
]) {
  test(`the product's own extensions: ${to} instead of ${from} is told`, () => {
    assert.notDeepEqual(extensionProblems(ownExtensions(from, to)), []);
  });
}

test('menus: stock actions first, of equal ids the first, unless the menu merges nothing', () => {
  const stock = [{ id: 'start', label: 'Start' }];
  const provided = [{ id: 'expose-vm' }, { id: 'start', label: 'Another' }];
  assert.deepEqual(menuActions(stock, provided, true), [stock[0], provided[0]]);
  assert.deepEqual(menuActions(stock, provided, false), [stock[0], ...provided]);
  assert.deepEqual(repeatedIds(menuActions(stock, provided, false)), ['start']);
  assert.deepEqual(repeatedIds(menuActions(stock, provided, true)), []);
});

test('topology: the node of a VM carries the VM as resource and as the object of its resources', () => {
  const vm = { metadata: { name: 'web', namespace: 'prod2', uid: 'u1' }, status: { printableStatus: 'Running' } };
  const node = topologyNode(vm);
  assert.equal(node.getType(), 'virtual-machine');
  assert.equal(node.getId(), 'u1');
  assert.equal(node.getResource(), vm);
  assert.equal(node.getData().resource, vm);
  assert.equal(node.getData().resources.obj, vm);
  assert.throws(() => node.getController(), /no controller here/);
});

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
