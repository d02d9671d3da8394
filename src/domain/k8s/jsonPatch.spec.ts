import { pointerTo, setAt, valueAt } from './jsonPatch';

describe('the JSON pointer of a path', () => {
  it.each([
    [[], ''],
    [['metadata', 'uid'], '/metadata/uid'],
    [['labels', 'example.com/zone'], '/labels/example.com~1zone'],
    [['labels', 'a~b/c~1d'], '/labels/a~0b~1c~01d'],
    [['labels', ''], '/labels/'],
  ])('%j is %s', (path, pointer) => expect(pointerTo(path)).toBe(pointer));
});

const vm = {
  metadata: { uid: 'u1' },
  spec: { labels: { tier: 'web', 'example.com/zone': 'a' }, none: null, ports: [{ port: 80 }, { port: 81 }] },
};

describe('the value at a path', () => {
  it.each<[string[], unknown]>([
    [['metadata', 'uid'], 'u1'],
    [['spec', 'labels', 'example.com/zone'], 'a'],
    [['spec', 'ports', '1', 'port'], 81],
    [['spec', 'ports', '2', 'port'], null],
    [['spec', 'none'], null],
    [['spec', 'none', 'below'], null],
    [['metadata', 'uid', 'length'], null],
    [['spec', 'labels', 'constructor'], null],
    [['spec', 'ports', 'constructor'], null],
    [[], vm],
  ])('%j', (path, value) => expect(valueAt(vm, path)).toEqual(value));
});

describe('setting a value at a path', () => {
  it('changes that alone, and leaves the object that was given as it was', () => {
    const before = JSON.stringify(vm);
    const after = setAt(vm, ['spec', 'ports', '1', 'port'], 90) as typeof vm;
    expect(after.spec.ports).toEqual([{ port: 80 }, { port: 90 }]);
    expect(after.metadata).toBe(vm.metadata);
    expect(JSON.stringify(vm)).toBe(before);
  });

  it('makes the objects on the way', () => {
    expect(setAt({}, ['spec', 'subdomain'], 'web')).toEqual({ spec: { subdomain: 'web' } });
    expect(setAt({ spec: null }, ['spec', 'subdomain'], 'web')).toEqual({ spec: { subdomain: 'web' } });
  });
});
