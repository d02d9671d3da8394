import { expect } from './consolePage';
import {
  VM,
  SERVICE,
  patch,
  vmPath,
  group,
  ofTemplate,
  REACHES,
  REACHES_PARTLY,
  DOES_NOT,
  testScenarios,
} from './faultScenario';
import { api } from '../local-cluster/localCluster';
import { pauseVm, readPods, readVmi } from '../local-cluster/vms';

/** An EndpointSlice that holds the VM's address, as a person writes it: without the node. */
async function makeSliceByHand(namespace: string, endpoint: object = {}): Promise<void> {
  const [pod] = await readPods(namespace, VM);
  const targetRef = { kind: 'Pod', namespace, name: pod?.metadata.name, uid: pod?.metadata.uid };
  await api('POST', group('discovery.k8s.io', 'v1', namespace, 'endpointslices'), {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    ports: [{ name: '', port: 80, protocol: 'TCP' }],
    metadata: { name: 'by-hand', namespace, labels: { 'kubernetes.io/service-name': SERVICE } },
    endpoints: [{ addresses: [pod?.status.podIP], targetRef, ...endpoint }],
  });
}

/**
 * Faults of the virtual machine: what it does, its endpoint, its interface, its names.
 * P1 is not among them: the kubelet stand-in makes every pod ready whose guest runs, and reverts immediately what a
 * test writes.
 */
testScenarios([
  {
    code: 'V1',
    what: 'a VM that is stopped',
    vm: { ...ofTemplate, runStrategy: 'Halted' },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'V4',
    what: 'a VM that is paused',
    vm: ofTemplate,
    make: (namespace) => pauseVm(namespace, VM),
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'V6',
    what: 'a VM that migrates',
    vm: { ...ofTemplate, delays: { migration: '20s' } },
    before: REACHES,
    make: async (namespace) => {
      await api('POST', group('kubevirt.io', 'v1', namespace, 'virtualmachineinstancemigrations'), {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachineInstanceMigration',
        metadata: { name: 'move', namespace },
        spec: { vmiName: VM },
      });
      await expect
        .poll(async () => (await readVmi(namespace, VM)).status as { migrationState?: object }, { timeout: 30_000 })
        .toHaveProperty('migrationState');
    },
  },
  {
    code: 'E2',
    what: 'an endpoint that is not ready',
    vm: ofTemplate,
    service: { selector: null },
    before: DOES_NOT,
    make: (namespace) => makeSliceByHand(namespace, { conditions: { ready: false } }),
  },
  {
    code: 'S18',
    what: 'an internal traffic policy Local, and an endpoint that names no node',
    vm: ofTemplate,
    service: { selector: null, internalTrafficPolicy: 'Local' },
    before: DOES_NOT,
    make: makeSliceByHand,
  },
  {
    code: 'L3',
    what: 'an external traffic policy Local, and an endpoint that names no node',
    vm: ofTemplate,
    service: { selector: null, type: 'NodePort', externalTrafficPolicy: 'Local' },
    before: REACHES_PARTLY,
    make: makeSliceByHand,
  },
  {
    code: 'E3',
    what: 'a target port by a name that no container has',
    vm: ofTemplate,
    service: { ports: [{ port: 80, targetPort: 'http' }] },
    before: DOES_NOT,
    after: REACHES,
  },
  { code: 'N1', what: 'a VM without a pod network', vm: { ...ofTemplate, hasNoPodNetwork: true }, before: DOES_NOT },
  {
    code: 'N2',
    what: 'a port that the interface does not let through',
    vm: { ...ofTemplate, ports: [{ port: 22 }] },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'N3',
    what: 'a list of ports that waits for a restart',
    vm: { ...ofTemplate, ports: [{ port: 80 }] },
    before: REACHES,
    after: REACHES,
    make: async (namespace) =>
      void (await patch(vmPath(namespace), {
        op: 'add',
        path: '/spec/template/spec/domain/devices/interfaces/0/ports/-',
        value: { port: 22 },
      })),
  },
  {
    code: 'H1',
    what: 'a headless Service of another name than the subdomain',
    vm: ofTemplate,
    service: { clusterIP: 'None' },
    before: REACHES_PARTLY,
    after: REACHES,
  },
  {
    code: 'H2',
    what: 'a subdomain that waits for a restart',
    vm: ofTemplate,
    service: { clusterIP: 'None' },
    before: REACHES_PARTLY,
    after: REACHES,
    make: async (namespace) =>
      void (await patch(vmPath(namespace), { op: 'add', path: '/spec/template/spec/subdomain', value: SERVICE })),
  },
  {
    code: 'H4',
    what: 'a subdomain without its headless Service',
    vm: { ...ofTemplate, subdomain: 'mysub' },
    before: REACHES,
    after: REACHES,
  },
]);
