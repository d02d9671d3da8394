/** What others do to the cluster while a run is under way: people, controllers and webhooks. */
import fc from 'fast-check';
import type { Labels, Service, VirtualMachine } from '../../src/domain/k8s/objects';
import type { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import { NAMESPACE, SERVICE_NAME, VM_NAME } from '../objects/builders';
import { specPatch } from './specPatch';

/** Something that somebody has written, and has to be there as long as its object is. */
export interface ForeignWrite {
  readonly what: string;
  /** the uid of the object that was written */
  readonly uid: string;
  /** of the Service's spec, where it is one of these; what its type has no use for the API server itself drops */
  readonly field?: string;
  readonly isHeld: (cluster: InMemoryCluster) => boolean;
  /** of the template of a VM that was made again */
  readonly labels?: Labels;
}

const serviceOf = (cluster: InMemoryCluster): Service | undefined => cluster.one('Service', SERVICE_NAME);
const TARGET = { kind: 'Service', namespace: NAMESPACE, name: SERVICE_NAME } as const;

type Edit = (cluster: InMemoryCluster) => Promise<ForeignWrite[]>;

/** The port that a colleague adds. */
const EXTRA = { name: 'extra', port: 9999, protocol: 'TCP', targetPort: 9999 };

const ofSpec = (field: string, value: unknown, isHeld: (spec: NonNullable<Service['spec']>) => boolean): Edit => {
  return async (cluster) => {
    const service = serviceOf(cluster);
    if (!service || service.metadata?.deletionTimestamp) return [];
    await cluster.patch(TARGET, specPatch(service.spec ?? {}, { [field]: value }));
    return [
      {
        what: `spec.${field}`,
        uid: service.metadata?.uid ?? '',
        field,
        isHeld: (now) => isHeld(serviceOf(now)?.spec ?? {}),
      },
    ];
  };
};

const ofMetadata = (part: 'labels' | 'annotations'): Edit => {
  return async (cluster) => {
    const service = serviceOf(cluster);
    if (!service || service.metadata?.deletionTimestamp) return [];
    const held = service.metadata?.[part] ?? {};
    await cluster.patch(TARGET, [{ op: 'add', path: `/metadata/${part}`, value: { ...held, colleague: 'was-here' } }]);
    return [
      {
        what: `metadata.${part}`,
        uid: service.metadata?.uid ?? '',
        isHeld: (now) => serviceOf(now)?.metadata?.[part]?.colleague === 'was-here',
      },
    ];
  };
};

async function addPort(cluster: InMemoryCluster): Promise<ForeignWrite[]> {
  const ports = serviceOf(cluster)?.spec?.ports ?? [];
  const named = ports.map((port, index) => ({ ...port, name: port.name ?? `p${index}` }));
  return ofSpec('ports', [...named, EXTRA], (spec) => (spec.ports ?? []).some(({ port }) => port === EXTRA.port))(
    cluster,
  );
}

async function deleteService(cluster: InMemoryCluster): Promise<ForeignWrite[]> {
  const service = serviceOf(cluster);
  if (service && !service.metadata?.deletionTimestamp) await cluster.delete(TARGET, service.metadata?.uid ?? '');
  return [];
}

async function makeAnother(cluster: InMemoryCluster): Promise<ForeignWrite[]> {
  await deleteService(cluster);
  if (serviceOf(cluster)) return [];
  await cluster.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: SERVICE_NAME, namespace: NAMESPACE, labels: { colleague: 'made-it' } },
    spec: { selector: { tier: 'backend' }, ports: [{ port: 7777 }] },
  });
  const uid = serviceOf(cluster)?.metadata?.uid ?? '';
  return [{ what: 'another Service of the name', uid, isHeld: (now) => serviceOf(now)?.metadata?.uid === uid }];
}

async function labelTemplate(cluster: InMemoryCluster): Promise<ForeignWrite[]> {
  await Promise.resolve();
  const vm = cluster.one('VirtualMachine', VM_NAME);
  if (!vm) return [];
  const template = { ...vm.spec.template, metadata: { ...vm.spec.template.metadata } };
  template.metadata.labels = { ...template.metadata.labels, colleague: 'was-here' };
  cluster.put({ ...vm, spec: { ...vm.spec, template } } as VirtualMachine);
  const uid = vm.metadata?.uid ?? '';
  const labelled = (found: VirtualMachine | undefined) =>
    // another VM of the name has labels of its own
    found?.metadata?.uid !== uid || found.spec.template.metadata?.labels?.colleague === 'was-here';
  return [
    {
      what: 'a label of the template',
      uid,
      isHeld: (now) => labelled(now.one('VirtualMachine', VM_NAME)),
    },
  ];
}

/** The VM is deleted and made again under its name, with labels of its own. */
async function renewVm(cluster: InMemoryCluster): Promise<ForeignWrite[]> {
  await Promise.resolve();
  const vm = cluster.one('VirtualMachine', VM_NAME);
  const vmi = cluster.one('VirtualMachineInstance', VM_NAME);
  if (!vm) return [];
  const [uid, vmiUid] = [cluster.newUid('VM'), cluster.newUid('VMI')];
  const labels = { tier: 'theirs', app: 'new', own: 'yes' };
  const template = { ...vm.spec.template, metadata: { ...vm.spec.template.metadata, labels } };
  cluster.put({ ...vm, metadata: { ...vm.metadata, uid }, spec: { ...vm.spec, template } } as VirtualMachine);
  for (const pod of cluster.all('Pod')) {
    cluster.remove('Pod', pod.metadata?.name ?? '');
    const launcher = { ...pod.metadata?.labels, ...labels, 'kubevirt.io/created-by': vmiUid };
    cluster.put({ ...pod, metadata: { ...pod.metadata, uid: cluster.newUid('Pod'), labels: launcher } });
  }
  if (vmi) cluster.put({ ...vmi, metadata: { ...vmi.metadata, uid: vmiUid, labels } });
  return [
    {
      what: 'the VM that was made again',
      uid,
      isHeld: (now) => now.one('VirtualMachine', VM_NAME)?.spec.template.metadata?.labels?.own === 'yes',
      labels,
    },
  ];
}

export const EDITS = {
  nothing: () => Promise.resolve([]),
  'a port added': addPort,
  'the selector changed': ofSpec('selector', { tier: 'backend', zone: 'a' }, (spec) => spec.selector?.zone === 'a'),
  'external IPs assigned': ofSpec('externalIPs', ['192.0.2.200'], (spec) =>
    (spec.externalIPs ?? []).includes('192.0.2.200'),
  ),
  'a load balancer IP filled in': ofSpec(
    'loadBalancerIP',
    '192.0.2.201',
    (spec) => spec.loadBalancerIP === '192.0.2.201',
  ),
  'session affinity set': ofSpec('sessionAffinity', 'ClientIP', (spec) => spec.sessionAffinity === 'ClientIP'),
  'the traffic distribution set': ofSpec(
    'trafficDistribution',
    'PreferClose',
    (spec) => spec.trafficDistribution === 'PreferClose',
  ),
  'the type changed': ofSpec('type', 'NodePort', (spec) => spec.type === 'NodePort'),
  'a label added': ofMetadata('labels'),
  'an annotation added': ofMetadata('annotations'),
  'the Service deleted': deleteService,
  'the Service made again': makeAnother,
  'the template labelled': labelTemplate,
  'the VM made again': renewVm,
} as const satisfies Readonly<Record<string, Edit>>;
export type EditName = keyof typeof EDITS;
export const EDIT_NAMES = Object.keys(EDITS) as EditName[];

/** An edit that the API server refuses has not been made. */
export async function edit(cluster: InMemoryCluster, name: EditName): Promise<ForeignWrite[]> {
  try {
    return await EDITS[name](cluster);
  } catch {
    return [];
  }
}

/** Webhooks that fill in what nobody chose. */
export const WEBHOOKS = {
  none: (service: Service) => service,
  'a load balancer class': (service: Service) =>
    filled(service, (spec) => spec.type === 'LoadBalancer', { loadBalancerClass: 'example.com/lb' }),
  'a load balancer IP': (service: Service) =>
    filled(service, (spec) => spec.type === 'LoadBalancer', { loadBalancerIP: '192.0.2.99' }),
  'external IPs': (service: Service) =>
    filled(service, ({ clusterIP }) => clusterIP !== 'None', { externalIPs: ['192.0.2.98'] }),
} as const;
export type WebhookName = keyof typeof WEBHOOKS;
export const WEBHOOK_NAMES = Object.keys(WEBHOOKS) as WebhookName[];

function filled(service: Service, isMeant: (spec: NonNullable<Service['spec']>) => boolean, fields: object): Service {
  const spec = service.spec ?? {};
  return spec.type !== 'ExternalName' && isMeant(spec) ? { ...service, spec: { ...fields, ...spec } } : service;
}

export interface Disturbance {
  readonly edit: EditName;
  /** before which call of the page, from 1 */
  readonly at: number;
}

export const anyDisturbance: fc.Arbitrary<Disturbance> = fc.record({
  edit: fc.constantFrom(...EDIT_NAMES),
  at: fc.integer({ min: 1, max: 24 }),
});

/** The fields that a webhook fills in, and what the API server adds to them. */
export const WEBHOOK_FIELDS: Readonly<Record<WebhookName, readonly string[]>> = {
  none: [],
  'a load balancer class': ['loadBalancerClass'],
  'a load balancer IP': ['loadBalancerIP'],
  'external IPs': ['externalIPs', 'externalTrafficPolicy'],
};
