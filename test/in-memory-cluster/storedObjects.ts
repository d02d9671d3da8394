/** The objects of an in-memory cluster, as its controllers and the tests read and write them: past the API's checks. */
import type { ObjectOfKind } from '../../src/cluster/port/models';
import type { K8sObject, Kind, Pod } from '../../src/domain/k8s/objects';
import { livePod } from '../../src/domain/k8s/seen';

/** A copy that nobody can change, without what JSON leaves out. What is frozen was copied before. */
function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item ?? null))) as T;
  const copy: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) copy[key] = frozenCopy(value[key]);
  return Object.freeze(copy) as T;
}

/** One namespace's objects by kind and name. What is handed out cannot be changed: a change is put. */
export class StoredObjects {
  private readonly objects = new Map<Kind, Map<string, K8sObject>>();
  private lastUid = 0;
  private lastSuffix = 0;
  /** goes up with every change of any object */
  version = 0;

  all<K extends Kind>(kind: K): ObjectOfKind[K][] {
    return [...this.ofKind(kind).values()] as ObjectOfKind[K][];
  }

  one<K extends Kind>(kind: K, name: string): ObjectOfKind[K] | undefined {
    return this.ofKind(kind).get(name) as ObjectOfKind[K] | undefined;
  }

  put(object: K8sObject): void {
    this.version += 1;
    const metadata = { ...object.metadata, resourceVersion: String(this.version) };
    this.ofKind(object.kind as Kind).set(metadata.name ?? '', frozenCopy({ ...object, metadata }));
  }

  remove(kind: Kind, name: string): void {
    this.version += 1;
    this.ofKind(kind).delete(name);
  }

  newUid(kind: string): string {
    this.lastUid += 1;
    return `${kind.toLowerCase()}-made-${this.lastUid}`;
  }

  /** Five characters, as at the end of a name that the API server generates. */
  newSuffix(): string {
    this.lastSuffix += 1;
    return `x${String(this.lastSuffix).padStart(4, '0')}`;
  }

  private ofKind(kind: Kind): Map<string, K8sObject> {
    const found = this.objects.get(kind) ?? new Map<string, K8sObject>();
    this.objects.set(kind, found);
    return found;
  }
}

/** The pod that serves a VM now, for what a test expects of it. */
export const podOf = (cluster: StoredObjects, vmName: string): Pod | undefined => {
  const vm = cluster.one('VirtualMachine', vmName);
  const vmi = cluster.one('VirtualMachineInstance', vmName);
  const pods = cluster
    .all('Pod')
    .filter(({ metadata }) => metadata?.labels?.['kubevirt.io/created-by'] === vmi?.metadata?.uid);
  return vm && livePod({ vm, ...(vmi ? { vmi } : {}), pods });
};
