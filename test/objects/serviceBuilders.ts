/** Services with their endpoints as the API server returns them, for tests. */
import type { Endpoint, EndpointSlice, Labels, Pod, Service } from '../../src/domain/k8s/objects';
import { RUN_ANNOTATION } from '../../src/domain/k8s/ownMarks';
import { aPod, CREATED, NAMESPACE, SERVICE_NAME, VM_NAME } from './builders';

export interface ServiceOptions {
  readonly name?: string;
  readonly uid?: string;
  readonly selector?: Labels;
  readonly type?: string;
  readonly externalName?: string;
  readonly ports?: readonly { name?: string; port: number; targetPort?: number | string; protocol?: string }[];
  /** the run that made it */
  readonly run?: string;
  readonly ownerUid?: string;
  readonly publishNotReadyAddresses?: boolean;
  readonly externalTrafficPolicy?: string;
}

export function aService(options: ServiceOptions = {}): Service {
  const {
    name = SERVICE_NAME,
    uid = `svc-${name}`,
    selector,
    type = 'ClusterIP',
    ports = [{ port: 80, targetPort: 8080 }],
    run,
    ownerUid,
  } = options;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: NAMESPACE,
      uid,
      creationTimestamp: CREATED,
      ...(run ? { annotations: { [RUN_ANNOTATION]: run } } : {}),
      ...(ownerUid
        ? { ownerReferences: [{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: VM_NAME, uid: ownerUid }] }
        : {}),
    },
    spec: {
      type,
      ...(type === 'ExternalName'
        ? { externalName: options.externalName ?? 'db.example.com' }
        : { clusterIP: '172.30.123.204', clusterIPs: ['172.30.123.204'] }),
      ...(selector ? { selector: { ...selector } } : {}),
      // the API type of targetPort is int-or-string; the client library's types say string only
      ports: ports.map(({ protocol = 'TCP', targetPort, ...port }) => ({
        protocol,
        ...port,
        targetPort: (targetPort ?? port.port) as string,
      })),
      ...(options.publishNotReadyAddresses ? { publishNotReadyAddresses: true } : {}),
      ...(options.externalTrafficPolicy ? { externalTrafficPolicy: options.externalTrafficPolicy } : {}),
    },
    status: { loadBalancer: {} },
  };
}

/** An endpoint as the endpoint controllers make it of a pod. */
export const anEndpoint = ({
  pod = aPod(),
  ready = true,
  addresses = ['10.8.0.12'],
}: { pod?: Pod; ready?: boolean; addresses?: string[] } = {}): Endpoint => ({
  addresses,
  conditions: { ready, serving: ready, terminating: false },
  nodeName: pod.spec?.nodeName ?? '',
  targetRef: { kind: 'Pod', namespace: NAMESPACE, name: pod.metadata?.name ?? '', uid: pod.metadata?.uid ?? '' },
});

/** The same as people write it by hand: it does not say on which node it is. */
export function anEndpointWithoutNode(): Endpoint {
  const endpoint = anEndpoint();
  delete endpoint.nodeName;
  return endpoint;
}

interface SliceOptions {
  readonly service?: string;
  readonly namespace?: string;
  readonly endpoints?: Endpoint[];
  readonly ports?: readonly { readonly name?: string; readonly port?: number; readonly protocol?: string }[];
  /** who keeps it: the endpoint controller unless said otherwise */
  readonly managedBy?: string;
}

export const aSlice = ({
  service = SERVICE_NAME,
  namespace = NAMESPACE,
  endpoints = [anEndpoint()],
  ports = [{ port: 8080 }],
  managedBy = 'endpointslice-controller.k8s.io',
}: SliceOptions = {}): EndpointSlice => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: `${service}-x7k2p`,
    namespace,
    labels: { 'endpointslice.kubernetes.io/managed-by': managedBy, 'kubernetes.io/service-name': service },
  },
  addressType: 'IPv4',
  endpoints,
  ports: ports.map((port) => ({ name: '', protocol: 'TCP', ...port })),
});
