import type { K8sObject } from '../../../src/domain/k8s/objects';
import { nameOf, namespaceOf } from '../../../src/domain/k8s/objects';
import type { ClusterApi } from './clusterApi';

interface Event<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

/** All objects of one kind in the whole cluster, kept up to date by a watch, as the console's pages keep theirs. */
export class Watched<T extends K8sObject> {
  #byNamespace = new Map<string, Map<string, T>>();
  #stop: () => void = () => undefined;
  #isStopped = false;

  constructor(
    private readonly api: ClusterApi,
    private readonly where: string,
    readonly kind: string,
  ) {}

  /** Those of a namespace; '' for a kind that has none. */
  in(namespace: string): readonly T[] {
    return [...(this.#byNamespace.get(namespace)?.values() ?? [])];
  }

  /** True when an object is known as the API server answered it, or newer. */
  has({ metadata }: K8sObject): boolean {
    const known = this.#byNamespace.get(metadata?.namespace ?? '')?.get(metadata?.name ?? '');
    // numbers that grow, of all objects of one API server
    return Number(known?.metadata?.resourceVersion) >= Number(metadata?.resourceVersion);
  }

  /** Reads all there is and follows the changes from there; again when the API server ends the watch. */
  async start(): Promise<void> {
    const { items, metadata } = await this.api.send<{ items: T[]; metadata: { resourceVersion: string } }>(
      'GET',
      this.where,
    );
    this.#byNamespace = new Map();
    items.forEach((object) => this.#put(object));
    const query = `?watch=1&resourceVersion=${metadata.resourceVersion}`;
    this.#stop = this.api.follow<Event<T>>(
      `${this.where}${query}`,
      (event) => this.#take(event),
      () => {
        if (!this.#isStopped) void this.start();
      },
    );
  }

  stop(): void {
    this.#isStopped = true;
    this.#stop();
  }

  #put(object: T): void {
    const own = this.#byNamespace.get(namespaceOf(object)) ?? new Map<string, T>();
    own.set(nameOf(object), object);
    this.#byNamespace.set(namespaceOf(object), own);
  }

  #take({ type, object }: Event<T>): void {
    if (type === 'ERROR') this.#stop();
    else if (type === 'DELETED') this.#byNamespace.get(namespaceOf(object))?.delete(nameOf(object));
    else if (type !== 'BOOKMARK') this.#put(object);
  }
}
