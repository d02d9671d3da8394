/**
 * An in-memory cluster behind the SDK stub: watches show it, calls reach it, and the wizard's clock is its clock. Tests
 * read what was received, let calls or watches fail, and may stop time.
 */
import { act } from '@testing-library/react';
import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import { browserClock } from '../../src/cluster/port/sdkPort';
import type { ClusterPort, WriteOptions } from '../../src/cluster/port/clusterPort';
import type { Kind, ObjectRef } from '../../src/domain/k8s/objects';
import type { ResourceRule } from '../../src/domain/steps/rights';
import type { Seen } from '../../src/domain/k8s/seen';
import type { Right } from '../../src/domain/k8s/rights';
import { ACCESS_OF, RIGHTS } from '../../src/domain/steps/rights';
import type { CreatedObject } from '../../src/domain/steps/step';
import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';
import { notFound } from '../objects/apiErrors';
import { aRunningVm, NAMESPACE } from '../objects/builders';
import { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import { sdk, type WatchAnswer } from './sdkStub';

/** A write as it reached the API server, dry runs included. */
export type Received =
  | { readonly verb: 'create'; readonly object: CreatedObject; readonly isDryRun: boolean }
  | {
      readonly verb: 'patch';
      readonly target: ObjectRef;
      readonly patch: readonly PatchOperation[];
      readonly isDryRun: boolean;
    }
  | { readonly verb: 'delete'; readonly target: ObjectRef; readonly uid: string; readonly isDryRun: boolean }
  | { readonly verb: 'restart' | 'start' | 'unpause'; readonly target: ObjectRef; readonly isDryRun: boolean };

export class ServedCluster {
  readonly cluster: InMemoryCluster;
  readonly received: Received[] = [];
  /** what a write is refused with, or undefined to let it through */
  refuse: (write: Received) => unknown = () => undefined;
  /** true for a write whose answer the API server still owes */
  holds: (write: Received) => boolean = () => false;
  /** what a read is refused with, or undefined to let it through */
  refuseRead: (kind: Kind | 'rules' | 'log') => unknown = () => undefined;
  /** what the watches of a kind answer instead of what the cluster has */
  readonly watchAnswers = new Map<Kind, WatchAnswer>();
  private isTimeStopped = false;
  private waiting: (() => void)[] = [];

  constructor({ vms = [aRunningVm()], services = [], endpointSlices = [] }: Partial<Seen> = {}) {
    this.cluster = new InMemoryCluster({ vms, services, endpointSlices });
    sdk.begin();
    sdk.answer = (query) => this.answer(query);
    sdk.port = this.port();
    sdk.clusterObjects.set(`Namespace/${NAMESPACE}`, {
      metadata: { name: NAMESPACE, labels: { 'kubernetes.io/metadata.name': NAMESPACE } },
    });
    jest.spyOn(browserClock, 'now').mockImplementation(() => this.cluster.now());
    jest.spyOn(browserClock, 'wait').mockImplementation((seconds, signal) => this.wait(seconds, signal));
  }

  /** the writes that were meant, without dry runs */
  get sent(): Received[] {
    return this.received.filter(({ isDryRun }) => !isDryRun);
  }

  /** Takes rights away from the user; the others stay. */
  forbid(...rights: Right[]): void {
    const rules = RIGHTS.filter((right) => !rights.includes(right)).map((right): ResourceRule => {
      const { group, resource, subresource, verb } = ACCESS_OF[right];
      return { verbs: [verb], apiGroups: [group], resources: [subresource ? `${resource}/${subresource}` : resource] };
    });
    this.cluster.access = { rules, incomplete: false };
  }

  /** Changes the cluster and lets the watches tell. */
  async change(change: (cluster: InMemoryCluster) => void = () => undefined): Promise<void> {
    await act(async () => {
      change(this.cluster);
      sdk.refresh();
      // watches that begin because of the change answer in here too
      await Promise.resolve();
    });
  }

  /** From now on a run's waiting lasts until `passSecond`. */
  stopTime(): void {
    this.isTimeStopped = true;
  }

  async passSecond(): Promise<void> {
    await act(async () => {
      this.waiting.splice(0).forEach((pass) => pass());
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  }

  letTimePass(): void {
    this.isTimeStopped = false;
    this.waiting.splice(0).forEach((pass) => pass());
  }

  private async wait(seconds: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (this.isTimeStopped) this.waiting.push(resolve);
      else setTimeout(resolve, 0);
    });
    if (signal.aborted) return;
    this.cluster.advance(seconds);
    sdk.refresh();
  }

  private answer({ groupVersionKind, namespace, name, selector, isList }: WatchK8sResource): WatchAnswer {
    const kind = groupVersionKind?.kind as Kind;
    const told = this.watchAnswers.get(kind);
    if (told) return told;
    if (!isList) {
      const found = this.cluster.one(kind, name ?? '');
      return found ? { data: found } : { error: notFound(`${kind} "${name ?? ''}"`) };
    }
    const wanted = Object.entries(selector?.matchLabels ?? {});
    const isWanted = (labels: Readonly<Record<string, string>> = {}) =>
      wanted.every(([key, value]) => labels[key] === value);
    return {
      data: this.cluster
        .all(kind)
        .filter(({ metadata }) => (!namespace || metadata?.namespace === namespace) && isWanted(metadata?.labels)),
    };
  }

  private async write(write: Received, keep: () => Promise<void>): Promise<void> {
    this.received.push(write);
    const refusal = this.refuse(write);
    if (refusal !== undefined) throw refusal as Error;
    while (this.holds(write)) await new Promise((resolve) => setTimeout(resolve, 5));
    await keep();
    if (!write.isDryRun) sdk.refresh();
  }

  private async read<T>(kind: Kind | 'rules' | 'log', answer: () => Promise<T>): Promise<T> {
    const refusal = this.refuseRead(kind);
    if (refusal !== undefined) throw refusal as Error;
    return answer();
  }

  private port(): ClusterPort {
    const { cluster } = this;
    const isDryRun = (options: WriteOptions = {}): boolean => options.dryRun ?? false;
    return {
      get: (ref) => this.read(ref.kind, () => cluster.get(ref)),
      list: (kind, namespace, labels) => this.read(kind, () => cluster.list(kind, namespace, labels)),
      readLog: (pod) => this.read('log', () => cluster.readLog(pod)),
      rules: () => this.read('rules', () => cluster.rules()),
      mayI: (access) => cluster.mayI(access),
      create: (object, options) =>
        this.write({ verb: 'create', object, isDryRun: isDryRun(options) }, () => cluster.create(object, options)),
      patch: (target, patch, options) =>
        this.write({ verb: 'patch', target, patch, isDryRun: isDryRun(options) }, () =>
          cluster.patch(target, patch, options),
        ),
      delete: (target, uid, options) =>
        this.write({ verb: 'delete', target, uid, isDryRun: isDryRun(options) }, () =>
          cluster.delete(target, uid, options),
        ),
      restart: (target, options) =>
        this.write({ verb: 'restart', target, isDryRun: isDryRun(options) }, () => cluster.restart(target, options)),
      unpause: (target, options) =>
        this.write({ verb: 'unpause', target, isDryRun: isDryRun(options) }, () => cluster.unpause(target, options)),
      start: (target, options) =>
        this.write({ verb: 'start', target, isDryRun: isDryRun(options) }, () => cluster.start(target, options)),
    };
  }
}
