import { kubevirt, core, namespaceManifest, policiesOf, slicesOf } from './manifests';
import type { ProofCluster } from './proofCluster';
import { untilUsable } from './sharedClients';
import { until } from './until';

/** Where a situation's objects are; pods of VMs go with the VMs. */
const collections = (namespace: string): readonly string[] => [
  kubevirt(namespace, 'virtualmachines'),
  kubevirt(namespace, 'virtualmachineinstancemigrations'),
  core(namespace, 'services'),
  core(namespace, 'pods'),
  policiesOf(namespace),
  slicesOf(namespace),
];

/** Namespaces that situations have one after the other: to make and delete one takes longer than to empty it. */
export class NamespacePool {
  readonly #free: string[] = [];
  readonly #emptied: Promise<void>[] = [];
  #made = 0;

  /** @param prefix of their names, which nothing else in the cluster has */
  constructor(
    private readonly cluster: ProofCluster,
    private readonly prefix: string,
  ) {}

  /** One with nothing in it. */
  async take(): Promise<string> {
    const free = this.#free.shift();
    if (free) return free;
    this.#made += 1;
    const name = `${this.prefix}${this.#made}`;
    const { where, object } = namespaceManifest(name);
    await this.cluster.api.send('POST', where, object, [409]);
    await untilUsable(this.cluster.api, name);
    return name;
  }

  /** Gives one back; it is emptied in the background. */
  release(name: string): void {
    this.#emptied.push(this.#empty(name).then(() => void this.#free.push(name)));
  }

  /** Deletes all of them, when they have been emptied. */
  async remove(): Promise<void> {
    await Promise.all(this.#emptied);
    const own = () => this.cluster.seen.namespaces().filter((name) => name.startsWith(this.prefix));
    await Promise.all(
      own().map((name) => this.cluster.api.send('DELETE', `/api/v1/namespaces/${name}`, undefined, [404, 409])),
    );
    await until('no namespace of the proof is left', () => own().length === 0);
  }

  async #empty(name: string): Promise<void> {
    await Promise.all(collections(name).map((where) => this.cluster.api.send('DELETE', where)));
    await until(`${name} is empty`, () => this.cluster.seen.isEmpty(name));
  }
}
