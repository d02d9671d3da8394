import { fieldPatch } from './fieldPatch';

describe('the patch of some fields', () => {
  it('tests the object and the value that each field had, then changes it', () => {
    expect(
      fieldPatch('uid-1', [
        { path: '/spec/type', before: 'ClusterIP', after: 'NodePort' },
        { path: '/spec/externalIPs', before: null, after: ['192.0.2.1'] },
        { path: '/spec/loadBalancerIP', before: '192.0.2.2', after: null },
      ]),
    ).toEqual([
      { op: 'test', path: '/metadata/uid', value: 'uid-1' },
      { op: 'test', path: '/spec/type', value: 'ClusterIP' },
      { op: 'replace', path: '/spec/type', value: 'NodePort' },
      { op: 'test', path: '/spec/externalIPs', value: null },
      { op: 'add', path: '/spec/externalIPs', value: ['192.0.2.1'] },
      { op: 'test', path: '/spec/loadBalancerIP', value: '192.0.2.2' },
      { op: 'remove', path: '/spec/loadBalancerIP' },
    ]);
  });

  it('puts further tests right behind that of the object', () => {
    const guard = { op: 'test', path: '/spec/name', value: 'nic' } as const;
    expect(fieldPatch('u', [{ path: '/spec/ports', before: [], after: [1] }], [guard])[1]).toEqual(guard);
  });

  it('is empty when there is nothing to change', () => {
    expect(fieldPatch('u', [], [{ op: 'test', path: '/x', value: 1 }])).toEqual([]);
  });
});
