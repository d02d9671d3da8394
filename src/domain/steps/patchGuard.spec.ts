import { changedValues } from './patchGuard';
import type { ChangedLabel, ObjectChange } from './objectChange';

const vm = {
  metadata: { uid: 'u1', labels: {} },
  spec: {
    template: { metadata: { labels: { tier: 'web', 'example.com/zone': 'a', 'a~b': 'x' } } },
    ports: [{ port: 80, protocol: 'TCP' }],
  },
};
const at = '/spec/template/metadata/labels';
const changed = (change: ObjectChange, uid = 'u1') => changedValues(vm, { uid, change });
const label = (key: string, before: string | null): ChangedLabel => ({ key, before, after: 'new' });
const guardOfLabels = (...labels: ChangedLabel[]) => changed({ of: 'labels', layer: 'template', labels });
const ofPorts = (before: unknown) => changed({ of: 'service', fields: [{ name: 'ports', before, after: [] }] });

describe('changedValues', () => {
  it('is empty while every test holds, whatever is to be changed', () => {
    expect(guardOfLabels(label('tier', 'web'), label('no', null))).toEqual([]);
  });

  it('says what a value was and what it is', () => {
    expect(guardOfLabels(label('tier', 'backend'))).toEqual([
      { of: 'value', path: `${at}/tier`, expected: 'backend', actual: 'web' },
    ]);
  });

  it('tells another object from another value', () => {
    const change = { of: 'labels', layer: 'template', labels: [label('tier', 'web')] } as const;
    expect(changed(change, 'u0')).toEqual([{ of: 'object', path: '/metadata/uid', expected: 'u0', actual: 'u1' }]);
  });

  it('knows values that came and that went', () => {
    expect(guardOfLabels(label('tier', null), label('gone', 'v'))).toEqual([
      { of: 'value', path: `${at}/tier`, expected: null, actual: 'web' },
      { of: 'value', path: `${at}/gone`, expected: 'v', actual: null },
    ]);
  });

  it('reads keys of all characters, and takes inherited ones for absent', () => {
    expect(guardOfLabels(label('example.com/zone', 'a'), label('a~b', 'x'), label('constructor', null))).toEqual([]);
  });

  it('reads below what is not there', () => {
    expect(changed({ of: 'route', before: null, after: 80 })).toEqual([]);
    expect(changed({ of: 'route', before: 80, after: 81 })).toEqual([
      { of: 'value', path: '/spec/port/targetPort', expected: '80', actual: null },
    ]);
  });

  it('compares lists and objects whatever the order of their keys', () => {
    expect(ofPorts([{ protocol: 'TCP', port: 80 }])).toEqual([]);
    expect(ofPorts([{ protocol: 'TCP', port: 81 }])).toEqual([
      {
        of: 'value',
        path: '/spec/ports',
        expected: '[{"port":81,"protocol":"TCP"}]',
        actual: '[{"port":80,"protocol":"TCP"}]',
      },
    ]);
  });
});
