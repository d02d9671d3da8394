import { expect, expectErrors, expectNewAccessible, noInstance, test } from './consolePage';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeSpecialVm, type SpecialVm } from '../local-cluster/specialVms';
import { findings, fix, openRow, verdictOf } from './tabRow';
import { pauseVm, readPods, readVmi } from '../local-cluster/vms';

/**
 * Each fault of the catalogue that the local cluster can really have: made, seen first, put right where that is offered.
 * P1 is not among them: the kubelet stand-in makes every pod ready whose guest runs, and takes back at once what a test writes.
 */
const VM = 'web';
const SERVICE = 'backend';
const TIER = { tier: 'backend' };

interface Scenario {
  readonly code: string;
  readonly what: string;
  readonly vm?: SpecialVm;
  /** the Service's spec, beside one port 80 */
  readonly service?: object;
  readonly metadata?: object;
  /** makes the fault, once VM and Service are there */
  readonly make?: (namespace: string) => Promise<void>;
  /** what the verdict says before */
  readonly before: RegExp;
  /** absent: nothing is offered */
  readonly after?: RegExp;
}

const patch = (path: string, ...operations: object[]) => api('PATCH', path, operations);
const label = (path: string, value = 'backend') => patch(path, { op: 'add', path: '/metadata/labels/tier', value });
const podPath = async (namespace: string) => {
  const [pod] = await readPods(namespace, VM);
  return `${paths.pods(namespace)}/${pod?.metadata.name ?? ''}`;
};
const vmPath = (namespace: string) => paths.vm(namespace, VM);
const labelTemplate = (namespace: string) =>
  patch(vmPath(namespace), { op: 'add', path: '/spec/template/metadata/labels', value: TIER });
const group = (name: string, version: string, namespace: string, plural: string) =>
  `/apis/${name}/${version}/namespaces/${namespace}/${plural}`;
const ofTemplate = { templateLabels: TIER };
const REACHES = /^reaches(?! partly)/;
const REACHES_PARTLY = /^reaches partly/;
const DOES_NOT = /^does not reach/;

async function makeNetwork(namespace: string): Promise<void> {
  await api('POST', group('k8s.cni.cncf.io', 'v1', namespace, 'network-attachment-definitions'), {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name: 'udn', namespace },
    spec: {
      config: JSON.stringify({ cniVersion: '1.1.0', type: 'ovn-k8s-cni-overlay', role: 'primary', topology: 'layer2' }),
    },
  });
}

/** The slice that OVN-Kubernetes would mirror; none of its controllers runs here. */
async function makeMirroredSlice(namespace: string): Promise<void> {
  await api('POST', group('discovery.k8s.io', 'v1', namespace, 'endpointslices'), {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.200.0.5'], conditions: { ready: true } }],
    ports: [{ port: 80 }],
    metadata: {
      name: 'backend-udn',
      namespace,
      labels: {
        'k8s.ovn.org/service-name': SERVICE,
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-mirror-controller.k8s.ovn.org',
      },
    },
  });
}

const routesPath = (namespace: string, name = '') =>
  `${group('route.openshift.io', 'v1', namespace, 'routes')}${name && `/${name}`}`;
const aRoute = (namespace: string, spec: object) => ({
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  metadata: { name: SERVICE, namespace },
  spec: { to: { kind: 'Service', name: SERVICE }, ...spec },
});

const SCENARIOS: readonly Scenario[] = [
  {
    code: 'S1',
    what: 'a Service without selector and endpoints',
    service: { selector: null },
    metadata: { annotations: { 'expose-vm/vms': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S3',
    what: 'a label that no layer has',
    vm: { templateLabels: { tier: 'frontend' } },
    metadata: { annotations: { 'expose-vm/vms': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S4',
    what: 'a label that waits for a restart',
    make: async (namespace) => void (await labelTemplate(namespace)),
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S5',
    what: 'a label on the VirtualMachine object only',
    vm: { labels: TIER },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S6',
    what: 'a label on the instance, not on the pod',
    make: async (namespace) => void (await label(paths.vmi(namespace, VM))),
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S7',
    what: 'a label that the template lacks',
    before: REACHES,
    after: REACHES,
    make: async (namespace) => {
      await label(paths.vmi(namespace, VM));
      await label(await podPath(namespace));
    },
  },
  {
    code: 'S8',
    what: 'a label that the instance lacks',
    before: REACHES,
    after: REACHES,
    make: async (namespace) => {
      await labelTemplate(namespace);
      await label(await podPath(namespace));
    },
  },
  {
    code: 'S9',
    what: "the VM's name where the pod has its hostname",
    vm: { hostname: 'guest' },
    service: { selector: { 'vm.kubevirt.io/name': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S10',
    what: 'the id on a pod that was made before there was one',
    service: { selector: { 'vmi.kubevirt.io/id': VM } },
    before: DOES_NOT,
    after: REACHES,
    make: async (namespace) =>
      void (await patch(await podPath(namespace), { op: 'remove', path: '/metadata/labels/vmi.kubevirt.io~1id' })),
  },
  {
    code: 'S11',
    what: 'a label that changes by itself',
    vm: { templateLabels: { 'kubevirt.io/size': 'small' } },
    service: { selector: { 'kubevirt.io/size': 'small' } },
    before: REACHES,
    after: REACHES,
  },
  {
    code: 'S12',
    what: 'a clone behind the same Service',
    vm: ofTemplate,
    make: async (namespace) => void (await makeSpecialVm(namespace, 'clone', ofTemplate)),
    before: REACHES,
    after: REACHES,
  },
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
    make: async (namespace) => {
      const [pod] = await readPods(namespace, VM);
      await api('POST', group('discovery.k8s.io', 'v1', namespace, 'endpointslices'), {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        addressType: 'IPv4',
        ports: [{ name: '', port: 80, protocol: 'TCP' }],
        metadata: { name: 'by-hand', namespace, labels: { 'kubernetes.io/service-name': SERVICE } },
        endpoints: [
          {
            addresses: [pod?.status.podIP],
            conditions: { ready: false },
            targetRef: { kind: 'Pod', namespace, name: pod?.metadata.name, uid: pod?.metadata.uid },
          },
        ],
      });
    },
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
  {
    code: 'L1',
    what: 'a load balancer without a provider',
    vm: ofTemplate,
    service: { type: 'LoadBalancer' },
    before: REACHES,
  },
  {
    code: 'O2',
    what: 'a quota that leaves no room',
    vm: ofTemplate,
    service: { type: 'NodePort' },
    before: REACHES,
    make: async (namespace) => {
      await api('POST', `/api/v1/namespaces/${namespace}/resourcequotas`, {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'few', namespace },
        spec: { hard: { 'services.nodeports': '1' } },
      });
      await expect
        .poll(
          async () =>
            (await api<{ status?: { used?: object } }>('GET', `/api/v1/namespaces/${namespace}/resourcequotas/few`))
              .status?.used,
        )
        .toEqual({ 'services.nodeports': '1' });
    },
  },
  {
    code: 'R1',
    what: 'a Route to a port that the Service lacks',
    vm: ofTemplate,
    make: async (namespace) =>
      void (await api('POST', routesPath(namespace), aRoute(namespace, { port: { targetPort: 9999 } }))),
    before: REACHES_PARTLY,
    after: REACHES,
  },
  {
    code: 'R2',
    what: 'a Route that no router takes',
    vm: ofTemplate,
    before: REACHES_PARTLY,
    make: async (namespace) => {
      const host = `${namespace}.apps.local.test`;
      await api('POST', routesPath(namespace), {
        ...aRoute(namespace, { host }),
        metadata: { name: 'first', namespace },
      });
      await expect
        .poll(async () => JSON.stringify(await api('GET', routesPath(namespace, 'first'))))
        .toContain('"Admitted"');
      await api('POST', routesPath(namespace), aRoute(namespace, { host }));
      await expect
        .poll(async () => JSON.stringify(await api('GET', routesPath(namespace, SERVICE))))
        .toContain('HostAlreadyClaimed');
    },
  },
  {
    code: 'K1',
    what: 'a policy that lets nobody in',
    vm: ofTemplate,
    before: DOES_NOT,
    after: REACHES,
    make: async (namespace) =>
      void (await api('POST', group('networking.k8s.io', 'v1', namespace, 'networkpolicies'), {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'deny-all', namespace },
        spec: { podSelector: {}, policyTypes: ['Ingress'] },
      })),
  },
  {
    code: 'U3',
    what: 'a cluster IP on a user-defined network',
    vm: ofTemplate,
    before: REACHES,
    make: async (namespace) => {
      await makeNetwork(namespace);
      await makeMirroredSlice(namespace);
    },
  },
  {
    code: 'U1',
    what: 'a load balancer on a user-defined network',
    vm: ofTemplate,
    service: { type: 'LoadBalancer', loadBalancerClass: 'expose-vm.test/lb', allocateLoadBalancerNodePorts: false },
    before: REACHES,
    make: async (namespace) => {
      await makeNetwork(namespace);
      await makeMirroredSlice(namespace);
    },
  },
  {
    code: 'U2',
    what: 'a user-defined network without a mirrored slice',
    vm: ofTemplate,
    make: makeNetwork,
    before: DOES_NOT,
  },
  {
    code: 'A1',
    what: 'a Service that goes with its instance',
    vm: ofTemplate,
    before: REACHES,
    after: REACHES,
    make: async (namespace) => {
      const { uid } = (await readVmi(namespace, VM)).metadata;
      await patch(paths.services(namespace, SERVICE), {
        op: 'add',
        path: '/metadata/ownerReferences',
        value: [{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', name: VM, uid }],
      });
    },
  },
  {
    code: 'A2',
    what: 'a Service that Argo CD manages',
    vm: ofTemplate,
    metadata: { labels: { 'argocd.argoproj.io/instance': 'shop' } },
    before: REACHES,
  },
];

for (const { code, what, vm = {}, service = {}, metadata = {}, make, before, after } of SCENARIOS) {
  test(`${code}: ${what}`, async ({ page, namespace }) => {
    expectErrors(page, noInstance(paths.vmi(namespace, VM)));
    await makeSpecialVm(namespace, VM, vm);
    const spec = { selector: TIER, ports: [{ port: 80 }], ...service };
    await api<ApiObject>('POST', paths.services(namespace), {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: SERVICE, namespace, ...metadata },
      spec,
    });
    await make?.(namespace);
    await openRow(page, namespace, VM, SERVICE);
    await expect(findings(page).first()).toContainText(new RegExp(`^${code}: `));
    const told = await findings(page).first().locator('.pf-v6-c-label__text').innerText();
    await expect(verdictOf(page, SERVICE)).toHaveText(before);
    await expectNewAccessible(page);
    const offered = page.getByRole('button', { name: `Review the fix of ${code}` });
    if (after) {
      await fix(page, code, VM);
      await expect(verdictOf(page, SERVICE)).toHaveText(after, { timeout: 30_000 });
      // a policy that was added may let in some only: that is another grade
      await expect(findings(page).filter({ hasText: new RegExp(`^${told}`) })).toHaveCount(0);
    } else await expect(offered).toHaveCount(0);
  });
}
