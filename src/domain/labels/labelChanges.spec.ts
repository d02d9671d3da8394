import { PatchRefused, applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { jsonPatchOf } from '../steps/jsonPatchOf';
import { labelChanges } from './labelChanges';
import type { Labels } from '../k8s/objects';

const UID = 'vm-backendvm';

interface Vm {
  metadata: { uid: string };
  spec: { template: { metadata?: { labels?: Labels; annotations?: Labels } | null } };
}

const vmWith = (metadata?: Vm['spec']['template']['metadata']): Vm => ({
  metadata: { uid: UID },
  spec: { template: metadata === undefined ? {} : { metadata } },
});

const patchOf = (vm: Vm, wanted: Record<string, string | null>) =>
  jsonPatchOf({ uid: UID, change: labelChanges('template', vm.spec.template.metadata, wanted) });
const labelsAfter = (vm: Vm, wanted: Record<string, string | null>) =>
  applyJsonPatch(vm, patchOf(vm, wanted)).spec.template.metadata?.labels;

describe('labelChanges', () => {
  it.each<[string, Vm, Record<string, string | null>, Labels]>([
    ['into missing metadata', vmWith(), { tier: 'backend' }, { tier: 'backend' }],
    ['into metadata that is null', vmWith(null), { tier: 'backend' }, { tier: 'backend' }],
    ['into a missing map', vmWith({}), { tier: 'backend' }, { tier: 'backend' }],
    ['into an empty map', vmWith({ labels: {} }), { tier: 'backend' }, { tier: 'backend' }],
    ['beside other labels', vmWith({ labels: { app: 'shop' } }), { tier: 'backend' }, { app: 'shop', tier: 'backend' }],
    ['over another value', vmWith({ labels: { tier: 'frontend' } }), { tier: 'backend' }, { tier: 'backend' }],
    ['over an empty value', vmWith({ labels: { tier: '' } }), { tier: 'backend' }, { tier: 'backend' }],
    ['as an empty value', vmWith({ labels: {} }), { tier: '' }, { tier: '' }],
    ['several together', vmWith({ labels: { a: '1' } }), { a: '2', b: '3' }, { a: '2', b: '3' }],
    ['several into a missing map', vmWith({}), { a: '2', b: '3' }, { a: '2', b: '3' }],
    ['under a key with a slash', vmWith({ labels: {} }), { 'example.com/tier': 'x' }, { 'example.com/tier': 'x' }],
    [
      'under a key with a tilde and what looks escaped',
      vmWith({ labels: {} }),
      { 'a~b/c~1d': 'x' },
      { 'a~b/c~1d': 'x' },
    ],
  ])('sets a label %s', (_, vm, wanted, labels) => {
    expect(labelsAfter(vm, wanted)).toEqual(labels);
  });

  it('keeps what else is in the metadata', () => {
    const vm = vmWith({ annotations: { note: 'keep' } });
    expect(applyJsonPatch(vm, patchOf(vm, { tier: 'backend' })).spec.template.metadata).toEqual({
      annotations: { note: 'keep' },
      labels: { tier: 'backend' },
    });
  });

  it.each<[string, Vm, Record<string, string | null>, Labels]>([
    ['one of several', vmWith({ labels: { app: 'shop', tier: 'backend' } }), { tier: null }, { app: 'shop' }],
    ['the last', vmWith({ labels: { tier: 'backend' } }), { tier: null }, {}],
    ['while setting another', vmWith({ labels: { tier: 'backend' } }), { tier: null, app: 'x' }, { app: 'x' }],
    ['under a key with a slash', vmWith({ labels: { 'a/b': '1', b: '2' } }), { 'a/b': null }, { b: '2' }],
  ])('removes %s', (_, vm, wanted, labels) => {
    expect(labelsAfter(vm, wanted)).toEqual(labels);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'takes %s, which every JavaScript object inherits, for a label only where it is one',
    (key) => {
      const wanted = (value: string | null) => Object.fromEntries([[key, value]]);
      const path = `/spec/template/metadata/labels/${key}`;
      const guard = { op: 'test', path: '/metadata/uid', value: UID };
      expect(patchOf(vmWith({ labels: {} }), wanted('x'))).toEqual([
        guard,
        { op: 'test', path, value: null },
        { op: 'add', path, value: 'x' },
      ]);
      expect(patchOf(vmWith({ labels: {} }), wanted(null))).toEqual([]);
      const labels = Object.fromEntries([[key, 'x']]);
      expect(patchOf(vmWith({ labels }), wanted('x'))).toEqual([]);
      expect(patchOf(vmWith({ labels }), wanted(null))).toEqual([
        guard,
        { op: 'test', path, value: 'x' },
        { op: 'remove', path },
      ]);
    },
  );

  it.each<[string, Vm, Record<string, string | null>]>([
    ['the value is there', vmWith({ labels: { tier: 'backend' } }), { tier: 'backend' }],
    ['the key to remove is not', vmWith({ labels: {} }), { tier: null }],
    ['the map to remove it from is not', vmWith({}), { tier: null }],
    ['the metadata to remove it from is not', vmWith(), { tier: null }],
    ['nothing is wanted', vmWith({}), {}],
  ])('is empty when %s', (_, vm, wanted) => {
    expect(patchOf(vm, wanted)).toEqual([]);
  });

  it('leaves labels alone that are as wanted', () => {
    const vm = vmWith({ labels: { tier: 'backend', app: 'shop' } });
    const patch = patchOf(vm, { tier: 'backend', app: 'new' });
    expect(patch.map(({ path }) => path)).not.toContain('/spec/template/metadata/labels/tier');
  });

  const BEFORE: [string, Vm][] = [
    ['missing metadata', vmWith()],
    ['a missing map', vmWith({})],
    ['an absent key', vmWith({ labels: { app: 'shop' } })],
    ['another value', vmWith({ labels: { tier: 'frontend' } })],
  ];

  it.each(BEFORE)('tests the uid first, over %s', (_, vm) => {
    const patch = patchOf(vm, { tier: 'backend' });
    expect(patch[0]).toEqual({ op: 'test', path: '/metadata/uid', value: UID });
    const another = { ...vm, metadata: { uid: 'made-again' } };
    expect(() => applyJsonPatch(another, patch)).toThrow(PatchRefused);
  });

  it.each(BEFORE)('does not overwrite what someone else set meanwhile, over %s', (_, vm) => {
    const changed = vmWith({ labels: { app: 'shop', tier: 'theirs' } });
    expect(() => applyJsonPatch(changed, patchOf(vm, { tier: 'backend' }))).toThrow(PatchRefused);
  });

  it('does not overwrite a map that someone else made meanwhile, whatever is in it', () => {
    expect(() =>
      applyJsonPatch(vmWith({ labels: { app: 'theirs' } }), patchOf(vmWith({}), { tier: 'backend' })),
    ).toThrow(PatchRefused);
    expect(() => applyJsonPatch(vmWith({}), patchOf(vmWith(), { tier: 'backend' }))).toThrow(PatchRefused);
  });

  it('does not remove a value that someone else put there meanwhile', () => {
    const patch = patchOf(vmWith({ labels: { tier: 'backend' } }), { tier: null });
    expect(() => applyJsonPatch(vmWith({ labels: { tier: 'theirs' } }), patch)).toThrow(PatchRefused);
  });
});
