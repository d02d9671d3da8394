import { NAMESPACE, VM_NAME, aService } from '../../test/builders';
import { t } from '../../test/texts';
import type { Kind, ObjectRef } from '../domain/objects';
import type { Condition, PatchOperation, Step } from '../domain/step';
import { stepText } from './stepText';

const ref = (kind: Kind, name: string): ObjectRef => ({ kind, namespace: NAMESPACE, name });
const patchOf = (kind: Kind, name: string, ...patch: PatchOperation[]): Step => ({ id: 'p', kind: 'patch', target: ref(kind, name), patch });
const setsTier: PatchOperation = { op: 'add', path: '/metadata/labels/tier', value: 'backend' };
const awaits = (condition: Condition): Step => ({ id: 'a', kind: 'await', target: ref('VirtualMachine', VM_NAME), condition, timeoutSeconds: 60 });

describe('stepText', () => {
  it.each<[string, Step, string]>([
    ['create', { id: 's', kind: 'create', object: aService() }, 'Create the Service backend'],
    ['delete', { id: 'd', kind: 'delete', target: ref('Service', 'old'), uid: 'u' }, 'Delete the Service old'],
    ['restart', { id: 'r', kind: 'restart', target: ref('VirtualMachine', VM_NAME), vmiUid: 'u' }, 'Restart the virtual machine backendvm'],
    ['patch of the template', patchOf('VirtualMachine', VM_NAME, setsTier), 'Change the label tier=backend in the template of backendvm'],
    ['patch of the VMI', patchOf('VirtualMachineInstance', VM_NAME, setsTier), 'Change the label tier=backend on the running instance of backendvm'],
    ['patch of the pod', patchOf('Pod', 'virt-launcher-x', setsTier), 'Change the label tier=backend on the running pod virt-launcher-x'],
    ['await of a new VMI', awaits({ until: 'vmi-renewed', vmName: VM_NAME, labels: {} }), 'Wait until backendvm runs again with the label'],
    ['await of labels that hold', awaits({ until: 'labels-hold', vmName: VM_NAME, labels: {}, forSeconds: 5 }), 'Watch for 5 seconds that nothing takes the label away'],
    ['await of the endpoint', awaits({ until: 'endpoint-ready', vmName: VM_NAME, serviceName: 'backend' }), 'Wait until the Service backend has a ready endpoint that is backendvm'],
  ])('words %s', (_name, step, text) => {
    expect(stepText(t, step)).toBe(text);
  });

  it('names all labels of a patch, its guard left out', () => {
    const guard: PatchOperation = { op: 'test', path: '/metadata/uid', value: 'u' };
    const own: PatchOperation = { op: 'add', path: '/spec/template/metadata/labels/example.com~1a~0b', value: 'x' };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, guard, setsTier, own))).toContain('tier=backend, example.com/a~b=x in');
  });

  it('names the labels of a map, and of metadata, that is made whole', () => {
    const map: PatchOperation = { op: 'add', path: '/spec/template/metadata/labels', value: { tier: 'backend', a: 'b' } };
    const metadata: PatchOperation = { op: 'add', path: '/spec/template/metadata', value: { labels: { tier: 'backend' } } };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, map))).toContain('the label tier=backend,a=b in');
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, metadata))).toContain('the label tier=backend in');
  });

  it('does not say that a label is set when the patch removes it', () => {
    const text = stepText(t, patchOf('VirtualMachine', VM_NAME, { op: 'remove', path: '/spec/template/metadata/labels/tier' }));
    expect(text).toContain('tier');
    expect(text).not.toContain('tier=');
  });
});
