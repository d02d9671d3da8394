import { situationOf, type Situation } from '../../../src/domain/diagnosis/situation';
import { CREATED_BY_KEY } from '../../../src/domain/k8s/labelKeys';
import type {
  EndpointSlice,
  K8sObject,
  Labels,
  NetworkPolicy,
  Pod,
  Service,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../../src/domain/k8s/objects';
import { labelsOf, nameOf, uidOf } from '../../../src/domain/k8s/objects';
import { servingPods, type SeenVm } from '../../../src/domain/k8s/seen';
import { selects } from '../../../src/domain/labels/selector';
import type { ClusterApi } from './clusterApi';
import { until } from './until';
import { Watched } from './watched';

/** What there is of one namespace now. */
export interface Namespaced {
  readonly name: string;
  readonly labels: Labels;
  readonly vms: readonly SeenVm[];
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[];
  readonly networkPolicies: readonly NetworkPolicy[];
  readonly pods: readonly Pod[];
}

/** Everything that the product reads of all namespaces, watched as its pages do. */
export class WatchedCluster {
  readonly #namespaces;
  readonly #vms;
  readonly #vmis;
  readonly #pods;
  readonly #services;
  readonly #endpointSlices;
  readonly #networkPolicies;

  constructor(api: ClusterApi) {
    const watched = <T extends K8sObject>(where: string, kind: string) => new Watched<T>(api, where, kind);
    this.#namespaces = watched('/api/v1/namespaces', 'Namespace');
    this.#vms = watched<VirtualMachine>('/apis/kubevirt.io/v1/virtualmachines', 'VirtualMachine');
    this.#vmis = watched<VirtualMachineInstance>(
      '/apis/kubevirt.io/v1/virtualmachineinstances',
      'VirtualMachineInstance',
    );
    this.#pods = watched<Pod>('/api/v1/pods', 'Pod');
    this.#services = watched<Service>('/api/v1/services', 'Service');
    this.#endpointSlices = watched<EndpointSlice>('/apis/discovery.k8s.io/v1/endpointslices', 'EndpointSlice');
    this.#networkPolicies = watched<NetworkPolicy>('/apis/networking.k8s.io/v1/networkpolicies', 'NetworkPolicy');
  }

  get #all(): readonly Watched<K8sObject>[] {
    return [
      this.#namespaces,
      this.#vms,
      this.#vmis,
      this.#pods,
      this.#services,
      this.#endpointSlices,
      this.#networkPolicies,
    ] as readonly Watched<K8sObject>[];
  }

  /** Resolves when all of it was read once. */
  async start(): Promise<void> {
    await Promise.all(this.#all.map((watched) => watched.start()));
  }

  stop(): void {
    this.#all.forEach((watched) => watched.stop());
  }

  /** What runs of a VM: its instance, and the pods that can still serve. */
  running(namespace: string, name: string) {
    return {
      vmi: this.#vmis.in(namespace).find((vmi) => nameOf(vmi) === name),
      pods: servingPods([...this.#pods.in(namespace)]).filter(
        ({ metadata }) => metadata?.annotations?.['kubevirt.io/domain'] === name,
      ),
    };
  }

  /** Resolves when the watches have told what the API server answered to a request. */
  async untilSeen(answered: K8sObject): Promise<void> {
    const { kind, metadata } = answered;
    await until(`${kind} ${metadata?.namespace}/${metadata?.name} is seen`, () =>
      this.#all.some((watched) => watched.kind === kind && watched.has(answered)),
    );
  }

  /** True when nothing of a situation is in a namespace. */
  isEmpty(namespace: string): boolean {
    return this.#all.every((watched) => watched.in(namespace).length === 0);
  }

  /** The names of all namespaces. */
  namespaces(): readonly string[] {
    return this.#namespaces.in('').map(nameOf);
  }

  /** Everything of one namespace. */
  look(name: string): Namespaced {
    const pods = this.#pods.in(name);
    const vmis = this.#vmis.in(name);
    return {
      name,
      labels: labelsOf(this.#namespaces.in('').find((namespace) => nameOf(namespace) === name)),
      services: this.#services.in(name),
      endpointSlices: this.#endpointSlices.in(name),
      networkPolicies: this.#networkPolicies.in(name),
      pods,
      vms: this.#vms.in(name).map((vm): SeenVm => {
        const vmi = vmis.find((candidate) => nameOf(candidate) === nameOf(vm));
        const uid = uidOf(vmi);
        const ofVmi = uid ? pods.filter((pod) => labelsOf(pod)[CREATED_BY_KEY] === uid) : [];
        return { vm, ...(vmi ? { vmi } : {}), pods: ofVmi };
      }),
    };
  }
}

/**
 * The situation of a Service and a VM as an opened row has it, of a user who may read everything. Nothing that this
 * cluster does not have is unread: there are no Routes, quotas, events or policies of other kinds.
 */
export function situationIn(seen: Namespaced, serviceName: string, vmName: string): Situation {
  const service = seen.services.find((candidate) => nameOf(candidate) === serviceName);
  const vm = seen.vms.find((candidate) => nameOf(candidate.vm) === vmName);
  if (!service || !vm) throw new Error(`${seen.name}: ${serviceName} or ${vmName} is not there.`);
  const selector = service.spec?.selector ?? {};
  return situationOf(
    {
      service,
      vm,
      endpointSlices: seen.endpointSlices,
      services: seen.services,
      networkPolicies: seen.networkPolicies,
      selectedPods: servingPods([...seen.pods]).filter((pod) => selects(selector, labelsOf(pod))),
      routes: [],
      hasRouteApi: true,
    },
    {
      now: Date.now(),
      namespaceLabels: seen.labels,
      primaryNetwork: { kind: 'default' },
      otherPolicies: [],
      ingresses: [],
      events: [],
      quotas: [],
    },
  );
}
