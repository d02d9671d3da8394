import { expect } from './consolePage';
import {
  VM,
  SERVICE,
  patch,
  group,
  ofTemplate,
  REACHES,
  REACHES_PARTLY,
  DOES_NOT,
  testScenarios,
} from './faultScenario';
import { api, paths } from '../local-cluster/localCluster';
import { readVmi } from '../local-cluster/vms';

/**
 * Faults around Service and VM: what limits or manages the project's objects, Routes, network policies, user-defined
 * networks.
 */
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

testScenarios([
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
]);
