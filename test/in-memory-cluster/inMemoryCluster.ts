/**
 * A cluster in memory: the ClusterPort with the refusals of the real API server, and a clock whose `wait` lets the
 * controllers of `simulatedControllers.ts` work. One namespace's objects by kind and name.
 *
 * What it does not do: RBAC (rights are as given, no write is refused by them but for an owner that is not to be
 * blocked), watches, admission other than of Services (`services/servicesApi.ts`; labels of a VM's template are not
 * checked, as by KubeVirt 1.8), finalizers of others than Services, garbage collection, live migration, stop, readiness
 * gates, named target ports.
 */
import { type HttpErrorLike, alreadyExists, conflict, invalidPatch, notFound } from '../objects/apiErrors';
import type { Clock, ClusterPort, DeleteOptions, WriteOptions } from '../../src/cluster/port/clusterPort';
import type { ObjectOfKind } from '../../src/cluster/port/models';
import { selects } from '../../src/domain/labels/selector';
import type { Kind, Labels, ObjectRef, Pod, Service } from '../../src/domain/k8s/objects';
import type { ResourceRule } from '../../src/domain/steps/rights';
import type { Seen } from '../../src/domain/k8s/seen';
import { createdKind, type CreatedObject } from '../../src/domain/steps/step';
import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';
import { PatchRefused, applyJsonPatch } from './jsonPatch';
import { refuseToBlockOwners } from './services/blockedOwners';
import { ServicesApi } from './services/servicesApi';
import { StoredObjects } from './storedObjects';
import { JobController } from './simulatedJobs';
import { restartRefusal, startRefusal } from './virtApi';
import { EndpointController, FinalizerController, RouterController, VmController } from './simulatedControllers';

const targetText = ({ kind, name }: ObjectRef): string => `${kind}/${name}`;

/** Everything may be done: what `rules` answers unless a test sets other rules. */
const ALL_RULES: readonly ResourceRule[] = [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }];

export class InMemoryCluster extends StoredObjects implements ClusterPort, Clock {
  private seconds = 0;
  private readonly vmController = new VmController(this);
  private readonly endpointController = new EndpointController(this);
  private readonly routerController = new RouterController(this);
  private readonly finalizers = new FinalizerController(this);
  private readonly servicesApi: ServicesApi;
  readonly jobs = new JobController(this);

  /** writes that the server took, in order, such as `create Service/backend` */
  readonly writes: string[] = [];
  /** restarts and starts that were asked for while one was under way, or of a VM that is not in the state for it */
  refusedRestarts = 0;
  access: { rules: readonly ResourceRule[]; incomplete: boolean } = { rules: ALL_RULES, incomplete: false };
  /** false: who uses the cluster may not set finalizers on what owns a Service */
  mayBlockOwners = true;
  /** a mutating webhook of Services */
  webhook: (service: Service) => Service = (service) => service;
  /** answers of single access reviews, by resource */
  mayIAnswer: (resource: string) => boolean = () => true;

  /** @param families that Services can have; the first one is that of a Service that names none */
  constructor(
    { vms, services, endpointSlices }: Pick<Seen, 'vms' | 'services' | 'endpointSlices'>,
    families: readonly string[] = ['IPv4'],
  ) {
    super();
    this.servicesApi = new ServicesApi(families);
    vms.forEach(({ vm, vmi, pods }) => [vm, ...(vmi ? [vmi] : []), ...pods].forEach((object) => this.put(object)));
    [...services, ...endpointSlices].forEach((object) => this.put(object));
  }

  // --- time

  now = (): number => this.seconds * 1000;

  async wait(seconds: number, signal?: AbortSignal): Promise<void> {
    await Promise.resolve();
    if (!signal?.aborted) this.advance(seconds);
  }

  /** Lets the controllers work, second by second. */
  advance(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) {
      this.seconds += 1;
      this.vmController.tick();
      this.endpointController.tick();
      this.routerController.tick();
      this.finalizers.tick();
      this.jobs.tick();
    }
  }

  writesOf(verb: string): string[] {
    return this.writes.filter((write) => write.startsWith(`${verb} `));
  }

  // --- reads

  async get<K extends Kind>({ kind, name }: ObjectRef & { readonly kind: K }): Promise<ObjectOfKind[K] | undefined> {
    await Promise.resolve();
    return this.one(kind, name);
  }

  async list<K extends Kind>(kind: K, namespace: string, labels: Labels = {}): Promise<ObjectOfKind[K][]> {
    await Promise.resolve();
    return this.all(kind).filter(
      ({ metadata }) =>
        metadata?.namespace === namespace &&
        (Object.keys(labels).length === 0 || selects(labels, metadata.labels ?? {})),
    );
  }

  async readLog({ name }: ObjectRef): Promise<string> {
    await Promise.resolve();
    if (!this.one('Pod', name)) throw notFound(`pods "${name}"`);
    return this.jobs.log;
  }

  async rules(): Promise<{ rules: readonly ResourceRule[]; incomplete: boolean }> {
    await Promise.resolve();
    return this.access;
  }

  async mayI({ resource }: { resource: string }): Promise<boolean> {
    await Promise.resolve();
    return this.mayIAnswer(resource);
  }

  // --- writes

  async create(object: CreatedObject, options: WriteOptions = {}): Promise<void> {
    await Promise.resolve();
    const kind = createdKind(object);
    if (kind === 'Service') return this.createService(object as Service, options);
    const { generateName } = object.metadata as { generateName?: string };
    const name = object.metadata?.name ?? (generateName ?? '') + this.newSuffix();
    if (this.one(kind, name)) throw alreadyExists(`${kind} "${name}"`);
    this.keep(options, `create ${kind}/${name}`, () =>
      this.put({ ...object, metadata: { ...object.metadata, name, uid: this.newUid(kind) } }),
    );
  }

  private createService(object: Service, options: WriteOptions): void {
    const { generateName, ...metadata } = object.metadata ?? {};
    // as the API server does: what it generates from is cut, then gets five characters
    const name = metadata.name ?? (generateName === undefined ? '' : `${generateName.slice(0, 58)}${this.newSuffix()}`);
    if (this.one('Service', name)) throw alreadyExists(`services "${name}"`);
    if (!this.mayBlockOwners) refuseToBlockOwners(object);
    const uid = options.dryRun ? '' : this.newUid('Service');
    const kept = this.asKept({ ...object, metadata: { ...metadata, name, uid } }, undefined, options);
    this.keep(options, `create Service/${name}`, () => this.put(kept));
  }

  async patch(target: ObjectRef, patch: readonly PatchOperation[], options: WriteOptions = {}): Promise<void> {
    await Promise.resolve();
    const object = this.one(target.kind, target.name);
    if (!object) throw notFound(targetText(target));
    const patched = this.patched(object, patch);
    const kept = target.kind === 'Service' ? this.asKept(patched as Service, object as Service, options) : patched;
    this.keep(options, `patch ${targetText(target)}`, () => this.put(kept));
  }

  private asKept(sent: Service, before: Service | undefined, { dryRun = false }: WriteOptions): Service {
    const others = this.all('Service').filter(({ metadata }) => metadata?.name !== sent.metadata?.name);
    return this.servicesApi.accept(this.webhook(sent), { before, others, isDryRun: dryRun });
  }

  async delete(target: ObjectRef, uid: string, options: DeleteOptions = {}): Promise<void> {
    await Promise.resolve();
    const object = this.one(target.kind, target.name);
    if (!object) throw notFound(targetText(target));
    if (object.metadata?.uid !== uid)
      throw conflict(`the UID in the precondition (${uid}) does not match the UID in record`);
    const { graceSeconds, resourceVersion } = options;
    const held = (object.metadata as { resourceVersion?: string }).resourceVersion;
    if (resourceVersion !== undefined && resourceVersion !== held)
      throw conflict(
        `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${held ?? ''})`,
      );
    this.keep(options, `delete ${targetText(target)}`, () =>
      target.kind === 'Pod' && graceSeconds !== undefined
        ? this.vmController.cutShort(object as Pod)
        : this.finalizers.remove(target),
    );
  }

  async restart(vm: ObjectRef, options: WriteOptions = {}): Promise<void> {
    await this.renew(
      'restart',
      vm,
      options,
      (found) => restartRefusal(found, this),
      (name) => this.vmController.requestRestart(name),
    );
  }

  async start(vm: ObjectRef, options: WriteOptions = {}): Promise<void> {
    await this.renew(
      'start',
      vm,
      options,
      (found) => startRefusal(found, this),
      (name) => this.vmController.requestStart(name),
    );
  }

  async unpause({ name }: ObjectRef, options: WriteOptions = {}): Promise<void> {
    await Promise.resolve();
    const vmi = this.one('VirtualMachineInstance', name);
    if (!vmi) throw notFound(`virtualmachineinstance "${name}"`);
    const conditions = vmi.status?.conditions ?? [];
    if (!conditions.some(({ type }) => type === 'Paused')) throw conflict('VMI is not paused');
    this.keep(options, `unpause VirtualMachineInstance/${name}`, () =>
      this.put({
        ...vmi,
        status: { ...vmi.status, conditions: conditions.filter(({ type }) => type !== 'Paused') },
      } as typeof vmi),
    );
  }

  private async renew(
    verb: string,
    { name }: ObjectRef,
    options: WriteOptions,
    refusalOf: (vm: ObjectOfKind['VirtualMachine']) => HttpErrorLike | undefined,
    request: (name: string) => void,
  ): Promise<void> {
    await Promise.resolve();
    const vm = this.one('VirtualMachine', name);
    if (!vm) throw notFound(`virtualmachine "${name}"`);
    const refusal = refusalOf(vm);
    if (refusal) {
      this.refusedRestarts += 1;
      throw refusal;
    }
    this.keep(options, `${verb} VirtualMachine/${name}`, () => request(name));
  }

  private patched<T extends object>(object: T, patch: readonly PatchOperation[]): T {
    try {
      return applyJsonPatch(object, patch);
    } catch (error) {
      if (error instanceof PatchRefused) throw invalidPatch();
      throw error;
    }
  }

  /** A dry run ends here: checked, nothing kept. */
  private keep({ dryRun }: WriteOptions, write: string, change: () => void): void {
    if (dryRun) return;
    this.writes.push(write);
    change();
  }
}
