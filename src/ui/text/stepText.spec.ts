import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { t } from '../../../test/components/texts';
import { aPatch } from '../../../test/objects/stepBuilders';
import type { Kind, ObjectRef } from '../../domain/k8s/objects';
import type { Condition, Step } from '../../domain/steps/step';
import type { ChangedLabels, ObjectChange } from '../../domain/steps/objectChange';
import { stepText } from './stepText';

const ref = (kind: Kind, name: string): ObjectRef => ({ kind, namespace: NAMESPACE, name });
const patchOf = (change: ObjectChange, name = VM_NAME): Step => aPatch('VirtualMachine', name, change);
/** Labels that get the values, or (null) go; `missing` as in a change. */
const labels = (
  layer: ChangedLabels['layer'],
  values: Readonly<Record<string, string | null>>,
  missing?: ChangedLabels['missing'],
): ChangedLabels => ({
  of: 'labels',
  layer,
  labels: Object.entries(values).map(([key, after]) => ({ key, before: after === null ? 'x' : null, after })),
  ...(missing ? { missing } : {}),
});
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
      patchOf(labels('template', { tier: 'backend' })),
      'Change the label tier=backend in the template of backendvm',
    ],
    [
      'patch of the VMI',
      patchOf(labels('vmi', { tier: 'backend' })),
      'Change the label tier=backend on the running instance of backendvm',
    ],
    [
      'patch of the pod',
      patchOf(labels('pod', { tier: 'backend' }), 'virt-launcher-x'),
      'Change the label tier=backend on the running pod virt-launcher-x',
    ],
    [
      'patch of a Route',
      patchOf({ of: 'route', before: null, after: 8080 }, 'shop'),
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

  it('names all labels of a patch', () => {
    expect(stepText(t, patchOf(labels('template', { tier: 'backend', 'example.com/a~b': 'x' })))).toContain(
      'tier=backend, example.com/a~b=x in',
    );
  });

  it('names the labels of a map, and of metadata, that is made whole', () => {
    const map = labels('template', { tier: 'backend', a: 'b' }, 'map');
    const metadata = labels('template', { tier: 'backend' }, 'metadata');
    expect(stepText(t, patchOf(map))).toContain('the label tier=backend,a=b in');
    expect(stepText(t, patchOf(metadata))).toContain('the label tier=backend in');
  });

  it('does not say that a label is set when the patch removes it', () => {
    const text = stepText(t, patchOf(labels('template', { tier: null })));
    expect(text).toContain('tier');
    expect(text).not.toContain('tier=');
  });

  it('says of a patch that sets one label and removes others which is which', () => {
    expect(stepText(t, patchOf(labels('template', { tier: 'backend', 'example.com/env': null, zone: null })))).toBe(
      'Change the label tier=backend in the template of backendvm, and remove example.com/env, zone',
    );
    expect(stepText(t, patchOf(labels('vmi', { 'example.com/env': null, tier: 'backend' })))).toBe(
      'Change the label tier=backend on the running instance of backendvm, and remove example.com/env',
    );
    expect(stepText(t, patchOf(labels('pod', { 'example.com/env': null, tier: 'backend' }), 'virt-launcher-x'))).toBe(
      'Change the label tier=backend on the running pod virt-launcher-x, and remove example.com/env',
    );
  });

  it('names labels that are called labels, or as what every JavaScript object inherits', () => {
    const map = labels('template', { labels: 'x', constructor: 'y' }, 'map');
    expect(stepText(t, patchOf(map))).toContain('the label labels=x,constructor=y in');
    expect(stepText(t, patchOf(labels('template', { labels: 'x' }, 'metadata')))).toContain('the label labels=x in');
    expect(stepText(t, patchOf(labels('pod', { labels: 'x' }, 'map'), 'p'))).toContain('the label labels=x on');
    expect(stepText(t, patchOf(labels('pod', { labels: null }), 'p'))).toBe(
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
    const changed = { name: 'ports', before, after: ports };
    expect(stepText(t, patchOf({ of: 'service', fields: [changed] }, 'backend'))).toBe(
      'Change the ports of the Service backend to 80/TCP → 8080, 53/UDP, 443/TCP → https',
    );
    const type = { name: 'type', before: 'ClusterIP', after: 'NodePort' };
    const gone = { name: 'loadBalancerIP', before: '192.0.2.1', after: null };
    expect(stepText(t, patchOf({ of: 'service', fields: [type, changed, gone] }, 'backend'))).toBe(
      'Change the Service backend: type: NodePort; ports: 80/TCP → 8080, 53/UDP, 443/TCP → https; loadBalancerIP removed',
    );
  });

  it('names the fields of a template, of a Route and of owners', () => {
    const nic = { interface: 'default', index: 1 };
    const fields = [
      { field: { name: 'subdomain' }, before: null, after: 'web' },
      { field: { name: 'hostname' }, before: 'db', after: null },
      { field: { name: 'ports', ...nic }, before: [], after: [{ port: 22 }, { port: 53, protocol: 'UDP' }] },
      { field: { name: 'state', ...nic }, before: 'down', after: 'up' },
    ] as const;
    expect(stepText(t, patchOf({ of: 'template', fields }))).toBe(
      'Change the template of backendvm: subdomain: web; hostname removed; ports: 22/TCP, 53/UDP; domain/devices/interfaces/1/state: up',
    );
    expect(stepText(t, patchOf({ of: 'route', before: null, after: 8080 }, 'shop'))).toBe(
      'Change the Route shop: port.targetPort: 8080',
    );
    expect(stepText(t, patchOf({ of: 'owners', before: [], after: [{ kind: 'VirtualMachine' }] }, 'shop'))).toBe(
      'Change the Service shop: /metadata/ownerReferences: [{"kind":"VirtualMachine"}]',
    );
  });
});
