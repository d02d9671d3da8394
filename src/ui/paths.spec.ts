import { exposeEachPath, exposePath, servicesTabPath, withQuery } from './paths';

describe('paths', () => {
  it('points to the Services tab of the stock VM page', () => {
    expect(servicesTabPath('prod2', 'backendvm')).toBe(
      '/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm/services',
    );
  });

  it('points to the wizard of a VM, of several, or to the picker of a project', () => {
    expect(exposePath('prod2', 'backendvm')).toBe('/expose-vm/ns/prod2/backendvm');
    expect(exposePath('prod2', 'web', 'db')).toBe('/expose-vm/ns/prod2?vm=web&vm=db');
    expect(exposePath('prod2')).toBe('/expose-vm/ns/prod2');
  });

  it('points to the wizard with a Service for each of several VMs, which one VM has anyway', () => {
    expect(exposeEachPath('prod2', 'web', 'db')).toBe('/expose-vm/ns/prod2?vm=web&vm=db&each=true');
    expect(exposeEachPath('prod2', 'web')).toBe('/expose-vm/ns/prod2/web');
  });

  it('lets no name break out of its place', () => {
    expect(exposePath('a/b', '../x?y#z')).toBe('/expose-vm/ns/a%2Fb/..%2Fx%3Fy%23z');
    expect(exposePath('a/b', 'x&vm=y', '#+ =z')).toBe('/expose-vm/ns/a%2Fb?vm=x%26vm%3Dy&vm=%23%2B%20%3Dz');
    const { searchParams } = new URL(exposePath('a', 'x&vm=y', '#+ =z'), 'https://console');
    expect(searchParams.getAll('vm')).toEqual(['x&vm=y', '#+ =z']);
  });

  it.each([
    [exposePath('prod2', 'web'), '?port=80', '/expose-vm/ns/prod2/web?port=80'],
    [exposePath('prod2', 'web'), 'port=80', '/expose-vm/ns/prod2/web?port=80'],
    [
      exposePath('prod2', 'web', 'db'),
      '?port=80&label=tier%3Dx',
      '/expose-vm/ns/prod2?vm=web&vm=db&port=80&label=tier%3Dx',
    ],
    [exposePath('prod2'), '', '/expose-vm/ns/prod2'],
    [exposePath('prod2'), '?', '/expose-vm/ns/prod2'],
  ])('adds to the query: %s and %j', (path, query, whole) => {
    expect(withQuery(path, query)).toBe(whole);
  });
});
