import { exposePath, servicesTabPath } from './paths';

describe('paths', () => {
  it('leads to the Services tab of the stock VM page', () => {
    expect(servicesTabPath('prod2', 'backendvm')).toBe('/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm/services');
  });

  it('leads to the wizard of a VM, or to the picker of a project', () => {
    expect(exposePath('prod2', 'backendvm')).toBe('/expose-vm/ns/prod2/backendvm');
    expect(exposePath('prod2')).toBe('/expose-vm/ns/prod2');
  });

  it('lets no name break out of its place', () => {
    expect(exposePath('a/b', '../x?y#z')).toBe('/expose-vm/ns/a%2Fb/..%2Fx%3Fy%23z');
  });
});
