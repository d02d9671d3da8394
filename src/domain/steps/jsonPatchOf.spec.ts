import { applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { guardsOf, jsonPatchOf, pathInTemplate, pathInVm } from './jsonPatchOf';
import type { ObjectChange } from './objectChange';

const patch = (change: ObjectChange) => jsonPatchOf({ uid: 'uid-1', change });
const UID = { op: 'test', path: '/metadata/uid', value: 'uid-1' };
const NIC = { interface: 'default', index: 1 } as const;
const INTERFACE = '/spec/template/spec/domain/devices/interfaces/1';

describe('the JSON patch of a step', () => {
  it('tests the object and the value that each field had, then changes it', () => {
    expect(
      patch({
        of: 'service',
        fields: [
          { name: 'type', before: 'ClusterIP', after: 'NodePort' },
          { name: 'externalIPs', before: null, after: ['192.0.2.1'] },
          { name: 'loadBalancerIP', before: '192.0.2.2', after: null },
        ],
      }),
    ).toEqual([
      UID,
      { op: 'test', path: '/spec/type', value: 'ClusterIP' },
      { op: 'replace', path: '/spec/type', value: 'NodePort' },
      { op: 'test', path: '/spec/externalIPs', value: null },
      { op: 'add', path: '/spec/externalIPs', value: ['192.0.2.1'] },
      { op: 'test', path: '/spec/loadBalancerIP', value: '192.0.2.2' },
      { op: 'remove', path: '/spec/loadBalancerIP' },
    ]);
  });

  it('sets labels by add, and removes them', () => {
    const labels = [
      { key: 'example.com/tier', before: 'a', after: 'b' },
      { key: 'zone', before: 'x', after: null },
    ];
    expect(patch({ of: 'labels', layer: 'pod', labels })).toEqual([
      UID,
      { op: 'test', path: '/metadata/labels/example.com~1tier', value: 'a' },
      { op: 'add', path: '/metadata/labels/example.com~1tier', value: 'b' },
      { op: 'test', path: '/metadata/labels/zone', value: 'x' },
      { op: 'remove', path: '/metadata/labels/zone' },
    ]);
  });

  it.each([
    ['map', '/spec/template/metadata/labels', { tier: 'b' }],
    ['metadata', '/spec/template/metadata', { labels: { tier: 'b' } }],
  ] as const)('makes a missing %s whole', (missing, path, value) => {
    const labels = [{ key: 'tier', before: null, after: 'b' }];
    expect(patch({ of: 'labels', layer: 'template', labels, missing })).toEqual([
      UID,
      { op: 'test', path, value: null },
      { op: 'add', path, value },
    ]);
  });

  it('tests that the interfaces that it changes are still in their places, right behind the object', () => {
    const ports = { field: { name: 'ports', ...NIC }, before: [], after: [{ port: 1 }] } as const;
    const subdomain = { field: { name: 'subdomain' }, before: null, after: 'web' } as const;
    expect(patch({ of: 'template', fields: [subdomain, ports] })).toEqual([
      UID,
      { op: 'test', path: `${INTERFACE}/name`, value: 'default' },
      { op: 'test', path: '/spec/template/spec/subdomain', value: null },
      { op: 'add', path: '/spec/template/spec/subdomain', value: 'web' },
      { op: 'test', path: `${INTERFACE}/ports`, value: [] },
      { op: 'replace', path: `${INTERFACE}/ports`, value: [{ port: 1 }] },
    ]);
  });

  it('changes owners and the port of a Route', () => {
    expect(patch({ of: 'owners', before: [1], after: [2] })).toEqual([
      UID,
      { op: 'test', path: '/metadata/ownerReferences', value: [1] },
      { op: 'replace', path: '/metadata/ownerReferences', value: [2] },
    ]);
    expect(patch({ of: 'route', before: null, after: 8080 })).toEqual([
      UID,
      { op: 'test', path: '/spec/port', value: null },
      { op: 'add', path: '/spec/port', value: { targetPort: 8080 } },
    ]);
  });

  it.each<ObjectChange>([
    { of: 'labels', layer: 'vmi', labels: [], missing: 'map' },
    { of: 'service', fields: [] },
    { of: 'template', fields: [] },
  ])('is empty when there is nothing to change: %j', (change) => expect(patch(change)).toEqual([]));
});

it('all tests of a patch are among its guards, which are what an untouched object fulfils', () => {
  const change: ObjectChange = {
    of: 'template',
    fields: [{ field: { name: 'state', ...NIC }, before: 'down', after: 'up' }],
  };
  expect(guardsOf({ uid: 'uid-1', change }).map(({ of }) => of)).toEqual(['object', 'value', 'value']);
  const template = { spec: { domain: { devices: { interfaces: { 1: { name: 'default', state: 'down' } } } } } };
  const vm = { metadata: { uid: 'uid-1' }, spec: { template } };
  expect(applyJsonPatch(vm, patch(change)).spec.template.spec.domain.devices.interfaces[1].state).toBe('up');
});

it('a field of a template is found from its spec and from its VM', () => {
  expect(pathInTemplate({ name: 'hostname' })).toEqual(['hostname']);
  expect(pathInVm({ name: 'hostname' })).toEqual(['spec', 'template', 'spec', 'hostname']);
  expect(pathInTemplate({ name: 'ports', ...NIC })).toEqual(['domain', 'devices', 'interfaces', '1', 'ports']);
});
