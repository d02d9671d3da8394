/**
 * The controllers that the in-memory cluster lets work as its clock goes: KubeVirt's restart of a VM and Kubernetes'
 * endpoint controller, each with the delays that a page may be reloaded in.
 */
import type { ObjectRef, Pod, Service, VirtualMachine, VirtualMachineInstance } from '../../src/domain/k8s/objects';
import { livePods } from '../../src/domain/k8s/seen';
import { selects } from '../../src/domain/labels/selector';
import { DELETED_AT, aPod, aVmi, launcherLabels } from '../objects/builders';
import { aSlice, anEndpoint } from '../objects/serviceBuilders';
import type { StoredObjects } from './storedObjects';

/** Seconds after the request at which each part of a restart happens. */
const RESTART = { vmiDeleting: 1, gone: 3, vmiMade: 5, podRuns: 6, ready: 7 } as const;
/** Seconds that the endpoint controller takes to write what it saw. */
const ENDPOINT_DELAY = 1;

const templateLabelsOf = ({ spec }: VirtualMachine) => spec.template.metadata?.labels ?? {};

/** Restarts VMs: the VMI is deleted, goes, and a new one with the template's labels comes, its pod after it. */
export class VmController {
  /** seconds since the restart was asked for, by VM */
  private readonly restarting = new Map<string, number>();

  constructor(private readonly cluster: StoredObjects) {}

  requestRestart(name: string): void {
    this.restarting.set(name, 0);
    const uid = this.cluster.one('VirtualMachineInstance', name)?.metadata?.uid;
    this.setRequests(name, [{ action: 'Stop', ...(uid ? { uid } : {}) }, { action: 'Start' }], 'Running');
  }

  /** As virt-api does: a halted VM gets another run strategy, any other a request in its status. */
  requestStart(name: string): void {
    const vm = this.cluster.one('VirtualMachine', name);
    if (!vm) return;
    if (vm.spec.runStrategy === 'Halted')
      this.cluster.put({ ...vm, spec: { ...vm.spec, runStrategy: 'Always' } } as VirtualMachine);
    else this.setRequests(name, [{ action: 'Start' }], 'Stopped');
    this.restarting.set(name, RESTART.gone);
  }

  /** Ends the guest of a pod that is killed, however long it would still have taken to shut down. */
  cutShort(pod: Pod): void {
    const name = pod.metadata?.labels?.['vm.kubevirt.io/name'] ?? '';
    if (this.restarting.has(name)) this.restarting.set(name, RESTART.gone - 1);
  }

  tick(): void {
    this.cluster.all('VirtualMachine').forEach((vm) => this.takeOverLinks(vm));
    for (const [name, before] of [...this.restarting]) {
      const seconds = before + 1;
      this.restarting.set(name, seconds);
      if (seconds === RESTART.vmiDeleting) this.markDeleting(name);
      if (seconds === RESTART.gone) this.dropVmi(name);
      if (seconds === RESTART.vmiMade) this.makeVmi(name);
      if (seconds === RESTART.podRuns) this.makePod(name);
      if (seconds === RESTART.ready) this.makeReady(name);
    }
  }

  /** The one field of an interface that what runs takes over from the template: whether its link is up. */
  private takeOverLinks({ metadata, spec }: VirtualMachine): void {
    const vmi = this.cluster.one('VirtualMachineInstance', metadata?.name ?? '');
    if (!vmi) return;
    const wanted = spec.template.spec?.domain.devices.interfaces ?? [];
    const { domain } = vmi.spec;
    const held = domain.devices.interfaces ?? [];
    const interfaces = held.map((nic) => {
      const { state } = wanted.find(({ name }) => name === nic.name) ?? nic;
      return state === undefined || state === nic.state ? nic : { ...nic, state };
    });
    if (interfaces.every((nic, index) => nic === held[index])) return;
    this.cluster.put({
      ...vmi,
      spec: { ...vmi.spec, domain: { ...domain, devices: { ...domain.devices, interfaces } } },
    } as VirtualMachineInstance);
  }

  private setRequests(
    name: string,
    stateChangeRequests: { action: string; uid?: string }[],
    printableStatus: string,
  ): void {
    const vm = this.cluster.one('VirtualMachine', name);
    if (vm)
      this.cluster.put({ ...vm, status: { ...vm.status, stateChangeRequests, printableStatus } } as VirtualMachine);
  }

  private podsOf(name: string): Pod[] {
    const uid = this.cluster.one('VirtualMachineInstance', name)?.metadata?.uid;
    return this.cluster.all('Pod').filter(({ metadata }) => metadata?.labels?.['kubevirt.io/created-by'] === uid);
  }

  private markDeleting(name: string): void {
    const vmi = this.cluster.one('VirtualMachineInstance', name);
    if (!vmi) return;
    [vmi, ...this.podsOf(name)].forEach((object) =>
      this.cluster.put({ ...object, metadata: { ...object.metadata, deletionTimestamp: DELETED_AT } }),
    );
    this.setRequests(name, [{ action: 'Start' }], 'Stopping');
  }

  private dropVmi(name: string): void {
    this.podsOf(name).forEach(({ metadata }) => this.cluster.remove('Pod', metadata?.name ?? ''));
    this.cluster.remove('VirtualMachineInstance', name);
    this.setRequests(name, [{ action: 'Start' }], 'Stopped');
  }

  private makeVmi(name: string): void {
    const vm = this.cluster.one('VirtualMachine', name);
    if (!vm) return;
    const vmi = aVmi({
      name,
      uid: this.cluster.newUid('VMI'),
      labels: templateLabelsOf(vm),
      phase: 'Scheduling',
      ip: '10.8.2.31',
    });
    const made: VirtualMachineInstance = { ...vmi, spec: { ...vmi.spec, ...vm.spec.template.spec } };
    this.cluster.put(made);
    this.setRequests(name, [], 'Starting');
  }

  private makePod(name: string): void {
    const vmi = this.cluster.one('VirtualMachineInstance', name);
    if (!vmi) return;
    const uid = this.cluster.newUid('Pod');
    const labels = { ...vmi.metadata?.labels, ...launcherLabels(name, vmi.metadata?.uid ?? '') };
    const pod = aPod({ name: `virt-launcher-${name}-${uid}`, uid, labels, ip: '10.8.2.31', ready: false });
    const { hostname = name, subdomain } = vmi.spec;
    this.cluster.put({ ...pod, spec: { ...pod.spec, hostname, ...(subdomain ? { subdomain } : {}) } } as Pod);
    this.cluster.put({ ...vmi, status: { ...vmi.status, phase: 'Running' } } as typeof vmi);
  }

  private makeReady(name: string): void {
    const ready = [{ type: 'Ready', status: 'True' }];
    const vmi = this.cluster.one('VirtualMachineInstance', name);
    if (vmi)
      [vmi, ...this.podsOf(name)].forEach((object) =>
        this.cluster.put({ ...object, status: { ...object.status, conditions: ready } } as typeof vmi),
      );
    this.setRequests(name, [], 'Running');
    this.restarting.delete(name);
  }
}

/** The ports of a Service's slice; a named target port is one that no pod of a VM has, and is left out. */
const portsOf = ({ spec }: Service) =>
  (spec?.ports ?? []).flatMap(({ name = '', port, protocol = 'TCP', targetPort = port }) =>
    /^\d+$/.test(String(targetPort)) ? [{ name, port: Number(targetPort), protocol }] : [],
  );

/** Keeps one EndpointSlice for each Service that has a selector, some time after Services or pods have changed. */
export class EndpointController {
  private seenVersion = 0;
  private writeIn: number | undefined;

  constructor(private readonly cluster: StoredObjects) {}

  tick(): void {
    if (this.writeIn === 0) {
      this.writeIn = undefined;
      this.write();
      this.seenVersion = this.cluster.version;
    }
    if (this.cluster.version !== this.seenVersion) {
      this.seenVersion = this.cluster.version;
      this.writeIn ??= ENDPOINT_DELAY;
    }
    if (this.writeIn !== undefined) this.writeIn -= 1;
  }

  private write(): void {
    this.cluster
      .all('EndpointSlice')
      .forEach(({ metadata }) => this.cluster.remove('EndpointSlice', metadata?.name ?? ''));
    const pods = this.cluster.all('Pod').filter((pod) => pod.status?.podIP);
    for (const service of this.cluster.all('Service')) {
      const selector = service.spec?.selector ?? {};
      const endpoints = pods
        .filter((pod) => selects(selector, pod.metadata?.labels ?? {}))
        .map((pod) => {
          const isLive = livePods({ vm: { spec: { template: {} } }, pods: [pod] }).length === 1;
          const isReady = (pod.status?.conditions ?? []).some(
            ({ type, status }) => type === 'Ready' && status === 'True',
          );
          const endpoint = anEndpoint({ pod, ready: isLive && isReady, addresses: [pod.status?.podIP ?? ''] });
          // DNS has a name for a pod only where its subdomain names the Service
          return pod.spec?.subdomain === service.metadata?.name
            ? { ...endpoint, hostname: pod.spec?.hostname ?? '' }
            : endpoint;
        });
      if (Object.keys(selector).length > 0)
        this.cluster.put(aSlice({ service: service.metadata?.name ?? '', endpoints, ports: portsOf(service) }));
    }
  }
}

/** The router: a Route that no router has looked at gets a host and is admitted with the next second. */
export class RouterController {
  constructor(private readonly cluster: StoredObjects) {}

  tick(): void {
    for (const route of this.cluster.all('Route').filter(({ status }) => !status)) {
      const host = route.spec.host ?? `${route.metadata?.name ?? ''}-prod2.apps.example.com`;
      const status = { ingress: [{ host, routerName: 'default', conditions: [{ type: 'Admitted', status: 'True' }] }] };
      this.cluster.put({ ...route, spec: { ...route.spec, host }, status } as typeof route);
    }
  }
}

/** Seconds that the controllers which have set finalizers take to remove what they have made. */
const FINALIZE_DELAY = 3;

/** Objects with finalizers stay for a while after they were deleted, as one of a load balancer's provider does. */
export class FinalizerController {
  /** seconds that are left, by kind and name */
  private readonly left = new Map<string, { ref: Pick<ObjectRef, 'kind' | 'name'>; seconds: number }>();

  constructor(private readonly cluster: StoredObjects) {}

  remove(ref: Pick<ObjectRef, 'kind' | 'name'>): void {
    const object = this.cluster.one(ref.kind, ref.name);
    const { finalizers = [] } = (object?.metadata ?? {}) as { finalizers?: readonly string[] };
    if (finalizers.length === 0) return this.cluster.remove(ref.kind, ref.name);
    if (!object || object.metadata?.deletionTimestamp) return;
    this.cluster.put({ ...object, metadata: { ...object.metadata, deletionTimestamp: DELETED_AT } });
    this.left.set(`${ref.kind}/${ref.name}`, { ref, seconds: FINALIZE_DELAY });
  }

  tick(): void {
    for (const [key, waiting] of [...this.left]) {
      waiting.seconds -= 1;
      if (waiting.seconds > 0) continue;
      this.left.delete(key);
      this.cluster.remove(waiting.ref.kind, waiting.ref.name);
    }
  }
}
