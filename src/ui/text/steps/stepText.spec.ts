import { NAMESPACE, VM_NAME } from '../../../../test/objects/builders';
import { aService } from '../../../../test/objects/serviceBuilders';
import { t } from '../../../../test/components/texts';
import { aPatch } from '../../../../test/objects/stepBuilders';
import type { Kind, ObjectRef } from '../../../domain/k8s/objects';
import type { Condition, Step } from '../../../domain/steps/step';
import type { ChangedLabels, ObjectChange } from '../../../domain/steps/objectChange';
import { stepText, waitingText } from './stepText';

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
    ['create', { id: 's', kind: 'create', object: aService() }, 'Create Service backend'],
    [
      'delete',
      { id: 'd', kind: 'delete', target: ref('Service', 'old'), why: 'asked', guard: { uid: 'u' } },
      'Delete Service old',
    ],
    [
      'delete to replace',
      { id: 'd', kind: 'delete', target: ref('Service', 'old'), why: 'replaced', guard: { uid: 'u' } },
      'Delete Service old to create it again',
    ],
    ['restart', { id: 'r', kind: 'restart', target: ref('VirtualMachine', VM_NAME), vmiUid: 'u' }, 'Restart backendvm'],
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
      'Force stop pod virt-launcher-x',
    ],
    ['unpause', { id: 'u', kind: 'unpause', target: ref('VirtualMachineInstance', VM_NAME) }, 'Unpause backendvm'],
    ['start', { id: 's', kind: 'start', target: ref('VirtualMachine', VM_NAME) }, 'Start backendvm'],
    [
      'patch of the template',
      patchOf(labels('template', { tier: 'backend' })),
      'Add label tier=backend to the template of backendvm',
    ],
    [
      'patch of the VMI',
      patchOf(labels('vmi', { tier: 'backend' })),
      'Add label tier=backend to the running instance of backendvm',
    ],
    [
      'patch of the pod',
      patchOf(labels('pod', { tier: 'backend' }), 'virt-launcher-x'),
      'Add label tier=backend to the running pod virt-launcher-x',
    ],
    [
      'patch of a Route',
      patchOf({ of: 'route', before: null, after: 8080 }, 'shop'),
      'Set the target port of Route shop to 8080',
    ],
    [
      'await of a new VMI',
      awaits({ until: 'vmi-renewed', vmName: VM_NAME, labels: {} }),
      'Wait for backendvm to start',
    ],
    [
      'await of a new VMI with a label',
      awaits({ until: 'vmi-renewed', vmName: VM_NAME, labels: { tier: 'backend' } }),
      'Wait for backendvm to start',
    ],
    [
      'await of labels that hold',
      awaits({ until: 'labels-hold', vmName: VM_NAME, labels: {}, forSeconds: 5 }),
      'Check for 5 seconds that the label is not reverted',
    ],
    [
      'create of a Job',
      { id: 'create', kind: 'create', object: { kind: 'Job', metadata: { name: 'test' }, spec: {} } },
      'Create Job test',
    ],
    [
      'await of the endpoint',
      awaits({ until: 'endpoint-ready', vmName: VM_NAME, serviceName: 'backend' }),
      'Wait until Service backend has a ready endpoint for backendvm',
    ],
  ])('words %s', (_name, step, text) => {
    expect(stepText(t, step)).toBe(text);
  });

  it('names all labels of a patch', () => {
    expect(stepText(t, patchOf(labels('template', { tier: 'backend', 'example.com/a~b': 'x' })))).toBe(
      'Add labels tier=backend, example.com/a~b=x to the template of backendvm',
    );
  });

  it('names the labels of a map, and of metadata, that is made whole', () => {
    const map = labels('template', { tier: 'backend', a: 'b' }, 'map');
    const metadata = labels('template', { tier: 'backend' }, 'metadata');
    expect(stepText(t, patchOf(map))).toBe('Add labels tier=backend, a=b to the template of backendvm');
    expect(stepText(t, patchOf(metadata))).toBe('Add label tier=backend to the template of backendvm');
  });

  it('names labels that are called labels, or as what every JavaScript object inherits', () => {
    const map = labels('template', { labels: 'x', constructor: 'y' }, 'map');
    expect(stepText(t, patchOf(map))).toBe('Add labels labels=x, constructor=y to the template of backendvm');
    expect(stepText(t, patchOf(labels('pod', { labels: null }), 'p'))).toBe(
      'Remove label labels=x from the running pod p',
    );
  });

  it('names all ports that a Service gets, and those that it has', () => {
    const before = [{ port: 22, targetPort: 22, protocol: 'TCP' }];
    const ports = [
      { name: 'web', port: 80, targetPort: 8080, protocol: 'TCP' },
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'named', port: 443, targetPort: 'https', protocol: 'TCP' },
    ];
    const changed = { name: 'ports', before, after: ports };
    expect(stepText(t, patchOf({ of: 'service', fields: [changed] }, 'backend'))).toBe(
      'Change the ports of Service backend from 22/TCP to 80/TCP → 8080, 53/UDP, 443/TCP → https',
    );
    const type = { name: 'type', before: 'ClusterIP', after: 'NodePort' };
    const gone = { name: 'loadBalancerIP', before: '192.0.2.1', after: null };
    expect(stepText(t, patchOf({ of: 'service', fields: [type, changed, gone] }, 'backend'))).toBe(
      'Change Service backend: type: ClusterIP → NodePort; ports: [22/TCP] → [80/TCP → 8080, 53/UDP, 443/TCP → https]; loadBalancerIP: 192.0.2.1 → –',
    );
  });

  it('words the one field of a Service that is set, changed or removed', () => {
    const changeOf = (before: unknown, after: unknown) =>
      stepText(t, patchOf({ of: 'service', fields: [{ name: 'type', before, after }] }, 'shop'));
    expect([changeOf('ClusterIP', 'NodePort'), changeOf(null, 'NodePort'), changeOf({ a: 1 }, null)]).toEqual([
      'Change type of Service shop from ClusterIP to NodePort',
      'Set type of Service shop to NodePort',
      'Remove type ({"a":1}) from Service shop',
    ]);
  });

  it('names the fields of a template', () => {
    const nic = { interface: 'default', index: 1 };
    const ofTemplate = (...fields: Extract<ObjectChange, { of: 'template' }>['fields']) =>
      stepText(t, patchOf({ of: 'template', fields }));
    const subdomain = { field: { name: 'subdomain' }, before: null, after: 'web' } as const;
    const hostname = { field: { name: 'hostname' }, before: 'db', after: null } as const;
    const state = { field: { name: 'state', ...nic }, before: 'down', after: 'up' } as const;
    const ports = { field: { name: 'ports', ...nic }, before: [{ port: 22 }], after: [{ port: 22 }, { port: 53 }] };
    expect(ofTemplate(subdomain, hostname, { ...ports, field: { name: 'ports', ...nic } }, state)).toBe(
      'Change the template of backendvm: subdomain: – → web; hostname: db → –; interfaces[default].ports: 22/TCP → 22/TCP, 53/TCP; interfaces[default].state: down → up',
    );
    expect(ofTemplate(subdomain)).toBe('Set subdomain to web in the template of backendvm');
    expect(ofTemplate(hostname)).toBe('Remove hostname (db) from the template of backendvm');
    expect(ofTemplate(state)).toBe('Change interfaces[default].state from down to up in the template of backendvm');
  });

  it('says of ports that join the list of an interface that they are allowed', () => {
    const onNic = (before: unknown, after: unknown) =>
      stepText(
        t,
        patchOf({
          of: 'template',
          fields: [{ field: { name: 'ports', interface: 'default', index: 0 }, before, after }],
        }),
      );
    const listed = [{ port: 22 }, { port: 53, protocol: 'UDP' }];
    expect(onNic(listed, [...listed, { port: 80 }, { port: 443 }])).toBe(
      'Allow 80/TCP, 443/TCP on network interface default in the template of backendvm',
    );
    expect(onNic(listed, [{ port: 80 }])).toBe(
      'Change interfaces[default].ports from 22/TCP, 53/UDP to 80/TCP in the template of backendvm',
    );
    expect(onNic(listed, null)).toBe(
      'Remove interfaces[default].ports (22/TCP, 53/UDP) from the template of backendvm',
    );
    // a list where there was none allows less than before
    expect(onNic(null, [{ port: 80 }])).toBe('Set interfaces[default].ports to 80/TCP in the template of backendvm');
  });

  it('names the owners that a Service gets or loses', () => {
    const ownerOf = (name: string) => ({ kind: 'VirtualMachine', name, uid: name });
    const owned = (before: unknown, after: unknown) => stepText(t, patchOf({ of: 'owners', before, after }, 'shop'));
    expect([
      owned(null, [ownerOf('web')]),
      owned([ownerOf('web'), ownerOf('db')], [ownerOf('db')]),
      owned([ownerOf('web')], [ownerOf('db')]),
    ]).toEqual([
      'Add owner VirtualMachine web to Service shop',
      'Remove owner VirtualMachine web from Service shop',
      'Change the owner of Service shop from VirtualMachine web to VirtualMachine db',
    ]);
  });

  it('changes the target port of a Route', () => {
    expect(stepText(t, patchOf({ of: 'route', before: 'http', after: 8080 }, 'shop'))).toBe(
      'Change the target port of Route shop from http to 8080',
    );
  });
});

describe('waitingText', () => {
  it.each<[Condition, string]>([
    [{ until: 'vmi-renewed', vmName: 'web', labels: {} }, 'Waiting for web to start'],
    [
      { until: 'labels-hold', vmName: 'web', labels: {}, forSeconds: 5 },
      'Checking for 5 seconds that the label is not reverted',
    ],
    [{ until: 'route-admitted', routeName: 'shop' }, 'Waiting for a router to admit Route shop'],
    [
      { until: 'endpoint-ready', vmName: 'web', serviceName: 'shop' },
      'Waiting until Service shop has a ready endpoint for web',
    ],
  ])('says what a run waits for: %j', (condition, text) => {
    expect(waitingText(t, condition)).toBe(text);
  });
});
