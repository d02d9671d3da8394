import { CLIENT, NODES, type Scene, type ScenePod, type SceneSlice, type SceneVm } from '../scene';

/** An object to be created, and the collection that it belongs to. */
export interface Manifest {
  readonly where: string;
  readonly object: object;
}

/**
 * What a guest, or another pod that answers, listens on unless the situation says otherwise: every port that any
 * Service of the generator sends connections to, so that whether it answers is up to the cluster and not to the guest.
 */
const LISTENS =
  '22/tcp, 80/tcp, 81/tcp, 443/tcp, 8080/tcp, 9999/tcp, 2222/tcp, 53/tcp, 53/udp, 5000/udp, 5060/udp, 8080/udp';
/** The annotation by which the local cluster is told. */
const LISTENS_KEY = 'expose-vm.test/listens';
/** What a readiness probe asks for; no guest ever listens on the second. */
const PROBED_PORTS = { answered: 8080, unanswered: 7 } as const;
/** In the range of pods, and nobody's. */
const FREE_ADDRESS = '10.11.255.9';

export const core = (namespace: string, plural: string): string => `/api/v1/namespaces/${namespace}/${plural}`;
export const kubevirt = (namespace: string, plural: string): string =>
  `/apis/kubevirt.io/v1/namespaces/${namespace}/${plural}`;
export const slicesOf = (namespace: string): string =>
  `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;
export const policiesOf = (namespace: string): string =>
  `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`;

const onNode = (node: string | undefined) => (node ? { nodeSelector: { 'kubernetes.io/hostname': node } } : {});

/** The Namespace of a situation, or of clients that several share. */
export const namespaceManifest = (name: string, labels: Readonly<Record<string, string>> = {}): Manifest => ({
  where: '/api/v1/namespaces',
  object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } },
});

/** A pod of no VM; it listens only when asked to. */
export const podManifest = (namespace: string, { name, labels, node }: ScenePod, isListening = false): Manifest => ({
  where: core(namespace, 'pods'),
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, ...(isListening ? { annotations: { [LISTENS_KEY]: LISTENS } } : {}) },
    spec: {
      ...onNode(node),
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'main', image: 'registry.example.com/pause:1' }],
    },
  },
});

function vmManifest(namespace: string, vm: SceneVm): Manifest {
  const {
    name,
    isHalted,
    isManual,
    probe,
    isLinkDown,
    objectLabels = {},
    templateLabels = {},
    binding,
    ports = [],
    node,
    hostname,
    subdomain,
    stopDelay,
  } = vm;
  const annotations = {
    [LISTENS_KEY]: vm.listens ?? LISTENS,
    ...(stopDelay ? { 'expose-vm.test/stop-delay': stopDelay } : {}),
  };
  const isMoved = vm.afterwards?.some(({ what }) => what === 'migrate');
  const object = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace, labels: objectLabels },
    spec: {
      runStrategy: isHalted ? 'Halted' : isManual ? 'Manual' : 'Always',
      template: {
        metadata: { labels: templateLabels, annotations },
        spec: {
          terminationGracePeriodSeconds: stopDelay ? 10 : 0,
          ...onNode(node),
          ...(hostname ? { hostname } : {}),
          ...(subdomain ? { subdomain } : {}),
          ...(isMoved ? { evictionStrategy: 'LiveMigrate' } : {}),
          ...(probe
            ? { readinessProbe: { tcpSocket: { port: PROBED_PORTS[probe] }, periodSeconds: 1, failureThreshold: 1 } }
            : {}),
          domain: {
            memory: { guest: '64Mi' },
            devices: {
              interfaces: [
                {
                  name: 'default',
                  ...(binding === 'bridge' ? { bridge: {} } : { masquerade: {} }),
                  ...(ports.length > 0 ? { ports } : {}),
                  ...(isLinkDown ? { state: 'down' } : {}),
                },
              ],
            },
          },
          networks: [{ name: 'default', pod: {} }],
        },
      },
    },
  };
  return { where: kubevirt(namespace, 'virtualmachines'), object };
}

/** What a situation begins with, in the order in which it is made; its slices need addresses and come later. */
export function manifestsOf(scene: Scene, namespace: string): readonly Manifest[] {
  const { vms, services, policies = [], pods = [], clientLabels = {}, clientNode } = scene;
  return [
    ...vms.map((vm) => vmManifest(namespace, vm)),
    ...services.map(({ name, labels = {}, spec }) => ({
      where: core(namespace, 'services'),
      object: { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, labels }, spec },
    })),
    ...policies.map((spec, index) => ({
      where: policiesOf(namespace),
      object: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `policy-${index + 1}`, namespace },
        spec,
      },
    })),
    podManifest(namespace, { name: CLIENT, labels: clientLabels, ...(clientNode ? { node: clientNode } : {}) }),
    ...pods.map((pod) => podManifest(namespace, pod, true)),
  ];
}

/** An address, and the pod that has it with its node, by the name of a VM or of a pod of no VM. */
export type AddressBook = ReadonlyMap<
  string,
  { readonly address: string; readonly pod: string; readonly uid: string; readonly node: string }
>;

/** A slice that was made by hand for a Service, once the pods have addresses. */
export function sliceManifest(
  service: string,
  { name, managedBy, ports, endpoints }: SceneSlice,
  namespace: string,
  book: AddressBook,
): Manifest {
  return {
    where: slicesOf(namespace),
    object: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name,
        namespace,
        labels: {
          'kubernetes.io/service-name': service,
          ...(managedBy ? { 'endpointslice.kubernetes.io/managed-by': managedBy } : {}),
        },
      },
      addressType: 'IPv4',
      ports: ports.map((port) => ({ protocol: 'TCP', ...port })),
      endpoints: endpoints.map(({ of, names, isNotReady, hasNode }) => {
        const named = names === undefined ? undefined : book.get(names);
        return {
          addresses: [book.get(of)?.address ?? FREE_ADDRESS],
          ...(isNotReady ? { conditions: { ready: false } } : {}),
          ...(hasNode ? { nodeName: book.get(of)?.node ?? NODES[0] } : {}),
          ...(named ? { targetRef: { kind: 'Pod', namespace, name: named.pod, uid: named.uid } } : {}),
        };
      }),
    },
  };
}
