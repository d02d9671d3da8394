import { NAMESPACE, VM_NAME, aService } from '../../../test/builders';
import { t } from '../../../test/texts';
import type { Kind, ObjectRef } from '../../domain/k8s/objects';
import type { Condition, Step } from '../../domain/steps/step';
import type { PatchOperation } from '../../domain/k8s/jsonPatch';
import { stepText } from './stepText';

const ref = (kind: Kind, name: string): ObjectRef => ({ kind, namespace: NAMESPACE, name });
const patchOf = (kind: Kind, name: string, ...patch: PatchOperation[]): Step => ({
  id: 'p',
  kind: 'patch',
  target: ref(kind, name),
  patch,
});
const setsTier: PatchOperation = { op: 'add', path: '/metadata/labels/tier', value: 'backend' };
const awaits = (condition: Condition): Step => ({
  id: 'a',
  kind: 'await',
  target: ref('VirtualMachine', VM_NAME),
  condition,
  timeoutSeconds: 60,
});

describe('stepText', () => {
  it.each<[string, Step, string]>([
    ['create', { id: 's', kind: 'create', object: aService() }, 'Create the Service backend'],
    [
      'delete',
      { id: 'd', kind: 'delete', target: ref('Service', 'old'), why: 'asked', guard: { uid: 'u' } },
      'Delete the Service old',
    ],
    [
      'delete to replace',
      { id: 'd', kind: 'delete', target: ref('Service', 'old'), why: 'replaced', guard: { uid: 'u' } },
      'Delete the Service old, to make it anew with another address',
    ],
    [
      'restart',
      { id: 'r', kind: 'restart', target: ref('VirtualMachine', VM_NAME), vmiUid: 'u' },
      'Restart the virtual machine backendvm',
    ],
    [
      'end of a pod',
      {
        id: 'f',
        kind: 'delete',
        target: ref('Pod', 'virt-launcher-x'),
        why: 'asked',
        guard: { uid: 'u' },
        graceSeconds: 1,
      },
      'End the pod virt-launcher-x at once',
    ],
    [
      'unpause',
      { id: 'u', kind: 'unpause', target: ref('VirtualMachineInstance', VM_NAME) },
      'Let the virtual machine backendvm run on',
    ],
    [
      'start',
      { id: 's', kind: 'start', target: ref('VirtualMachine', VM_NAME) },
      'Start the virtual machine backendvm',
    ],
    [
      'patch of the template',
      patchOf('VirtualMachine', VM_NAME, setsTier),
      'Change the label tier=backend in the template of backendvm',
    ],
    [
      'patch of the VMI',
      patchOf('VirtualMachineInstance', VM_NAME, setsTier),
      'Change the label tier=backend on the running instance of backendvm',
    ],
    [
      'patch of the pod',
      patchOf('Pod', 'virt-launcher-x', setsTier),
      'Change the label tier=backend on the running pod virt-launcher-x',
    ],
    [
      'patch of a Route',
      patchOf(
        'Route',
        'shop',
        { op: 'test', path: '/metadata/uid', value: 'u' },
        { op: 'replace', path: '/spec/port/targetPort', value: 8080 },
      ),
      'Change the Route shop: port.targetPort: 8080',
    ],
    [
      'await of a new VMI',
      awaits({ until: 'vmi-renewed', vmName: VM_NAME, labels: {} }),
      'Wait until backendvm runs again',
    ],
    [
      'await of a new VMI with a label',
      awaits({ until: 'vmi-renewed', vmName: VM_NAME, labels: { tier: 'backend' } }),
      'Wait until backendvm runs again with the label',
    ],
    [
      'await of labels that hold',
      awaits({ until: 'labels-hold', vmName: VM_NAME, labels: {}, forSeconds: 5 }),
      'Watch for 5 seconds that nothing takes the label away',
    ],
    [
      'create of a Job',
      { id: 'create', kind: 'create', object: { kind: 'Job', metadata: { name: 'test' }, spec: {} } },
      'Create the Job test',
    ],
    [
      'await of the endpoint',
      awaits({ until: 'endpoint-ready', vmName: VM_NAME, serviceName: 'backend' }),
      'Wait until the Service backend has a ready endpoint that is backendvm',
    ],
  ])('words %s', (_name, step, text) => {
    expect(stepText(t, step)).toBe(text);
  });

  it('names all labels of a patch, its guard left out', () => {
    const guard: PatchOperation = { op: 'test', path: '/metadata/uid', value: 'u' };
    const own: PatchOperation = { op: 'add', path: '/spec/template/metadata/labels/example.com~1a~0b', value: 'x' };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, guard, setsTier, own))).toContain(
      'tier=backend, example.com/a~b=x in',
    );
  });

  it('names the labels of a map, and of metadata, that is made whole', () => {
    const map: PatchOperation = {
      op: 'add',
      path: '/spec/template/metadata/labels',
      value: { tier: 'backend', a: 'b' },
    };
    const metadata: PatchOperation = {
      op: 'add',
      path: '/spec/template/metadata',
      value: { labels: { tier: 'backend' } },
    };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, map))).toContain('the label tier=backend,a=b in');
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, metadata))).toContain('the label tier=backend in');
  });

  it('does not say that a label is set when the patch removes it', () => {
    const text = stepText(
      t,
      patchOf('VirtualMachine', VM_NAME, { op: 'remove', path: '/spec/template/metadata/labels/tier' }),
    );
    expect(text).toContain('tier');
    expect(text).not.toContain('tier=');
  });

  it('says of a patch that sets one label and removes others which is which', () => {
    const own: PatchOperation = { op: 'remove', path: '/metadata/labels/example.com~1env' };
    const other: PatchOperation = { op: 'remove', path: '/metadata/labels/zone' };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, setsTier, own, other))).toBe(
      'Change the label tier=backend in the template of backendvm, and remove example.com/env, zone',
    );
    expect(stepText(t, patchOf('VirtualMachineInstance', VM_NAME, own, setsTier))).toBe(
      'Change the label tier=backend on the running instance of backendvm, and remove example.com/env',
    );
    expect(stepText(t, patchOf('Pod', 'virt-launcher-x', own, setsTier))).toBe(
      'Change the label tier=backend on the running pod virt-launcher-x, and remove example.com/env',
    );
  });

  it('names labels that are called labels, or as what every JavaScript object inherits', () => {
    const map: PatchOperation = {
      op: 'add',
      path: '/spec/template/metadata/labels',
      value: { labels: 'x', constructor: 'y' },
    };
    const metadata: PatchOperation = { op: 'add', path: '/spec/template/metadata', value: { labels: { labels: 'x' } } };
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, map))).toContain('the label labels=x,constructor=y in');
    expect(stepText(t, patchOf('VirtualMachine', VM_NAME, metadata))).toContain('the label labels=x in');
    expect(stepText(t, patchOf('Pod', 'p', { op: 'add', path: '/metadata/labels', value: { labels: 'x' } }))).toContain(
      'the label labels=x on',
    );
    expect(stepText(t, patchOf('Pod', 'p', { op: 'remove', path: '/metadata/labels/labels' }))).toBe(
      'Remove the label labels from the running pod p',
    );
  });

  it('names all ports that a Service gets, not those that its guard tests', () => {
    const before = [{ port: 22, targetPort: 22, protocol: 'TCP' }];
    const ports = [
      { name: 'web', port: 80, targetPort: 8080, protocol: 'TCP' },
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'named', port: 443, targetPort: 'https', protocol: 'TCP' },
    ];
    const patch: PatchOperation[] = [
      { op: 'test', path: '/metadata/uid', value: 'u' },
      { op: 'test', path: '/spec/ports', value: before },
      { op: 'replace', path: '/spec/ports', value: ports },
    ];
    expect(stepText(t, patchOf('Service', 'backend', ...patch))).toBe(
      'Change the ports of the Service backend to 80/TCP → 8080, 53/UDP, 443/TCP → https',
    );
    const type: PatchOperation = { op: 'replace', path: '/spec/type', value: 'NodePort' };
    expect(stepText(t, patchOf('Service', 'backend', type, ...patch))).toBe(
      'Change the Service backend: type: NodePort; ports: 80/TCP → 8080, 53/UDP, 443/TCP → https',
    );
  });
});
