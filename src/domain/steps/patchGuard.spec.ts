import { changedValues } from './patchGuard';
import type { PatchOperation } from '../k8s/jsonPatch';

const vm = {
  metadata: { uid: 'u1' },
  spec: { template: { metadata: { labels: { tier: 'web', 'example.com/zone': 'a', 'a~b': 'x' } } } },
  ports: [{ port: 80, protocol: 'TCP' }],
};
const at = '/spec/template/metadata/labels';
const test = (path: string, value: unknown): PatchOperation => ({ op: 'test', path, value });
const changed = (...patch: PatchOperation[]) => changedValues(vm, patch);

describe('changedValues', () => {
  it('is empty while every test holds, and looks at tests alone', () => {
    expect(
      changed(
        test('/metadata/uid', 'u1'),
        test(`${at}/tier`, 'web'),
        { op: 'add', path: `${at}/tier`, value: 'x' },
        { op: 'remove', path: `${at}/no` },
      ),
    ).toEqual([]);
  });

  it('says what a value was and what it is', () => {
    expect(changed(test(`${at}/tier`, 'backend'))).toEqual([
      { path: `${at}/tier`, expected: 'backend', actual: 'web' },
    ]);
  });

  it('knows values that came and that went', () => {
    expect(changed(test(`${at}/tier`, null), test(`${at}/gone`, 'v'))).toEqual([
      { path: `${at}/tier`, expected: null, actual: 'web' },
      { path: `${at}/gone`, expected: 'v', actual: null },
    ]);
  });

  it('reads escaped keys, and takes inherited ones for absent', () => {
    expect(
      changed(test(`${at}/example.com~1zone`, 'a'), test(`${at}/a~0b`, 'x'), test(`${at}/constructor`, null)),
    ).toEqual([]);
  });

  it('reads below what is not there', () => {
    expect(changed(test('/spec/nothing/labels/tier', null))).toEqual([]);
    expect(changed(test('/metadata/uid/deeper', 'x'))).toEqual([
      { path: '/metadata/uid/deeper', expected: 'x', actual: null },
    ]);
  });

  it('compares lists and objects whatever the order of their keys', () => {
    expect(changed(test('/ports', [{ protocol: 'TCP', port: 80 }]))).toEqual([]);
    expect(changed(test('/ports', [{ protocol: 'TCP', port: 81 }]))).toEqual([
      { path: '/ports', expected: '[{"port":81,"protocol":"TCP"}]', actual: '[{"port":80,"protocol":"TCP"}]' },
    ]);
  });
});
