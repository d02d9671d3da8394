import type { Kind, Labels, ObjectRef } from '../../domain/k8s/objects';
import type { AccessAttributes, ResourceRule } from '../../domain/steps/rights';
import type { CreatedObject } from '../../domain/steps/step';
import type { PatchOperation } from '../../domain/k8s/jsonPatch';
import type { ObjectOfKind } from './models';

/** Reads of the API server. Every promise rejects with what `toFailure` understands. */
export interface ClusterReads {
  /** one object, or undefined when there is none of that name */
  get<K extends Kind>(ref: ObjectRef & { readonly kind: K }): Promise<ObjectOfKind[K] | undefined>;
  /** all objects of a namespace, or those that carry the labels */
  list<K extends Kind>(kind: K, namespace: string, labels?: Labels): Promise<ObjectOfKind[K][]>;
  /** what a pod's container has written so far, cut at 64 KiB */
  readLog(pod: ObjectRef, container: string): Promise<string>;
  /** the rules that hold for this user in the namespace; `incomplete` when the authorizer cannot list them all */
  rules(namespace: string): Promise<{ readonly rules: readonly ResourceRule[]; readonly incomplete: boolean }>;
  /** whether this user has one access in the namespace */
  mayI(access: AccessAttributes, namespace: string): Promise<boolean>;
}

export interface WriteOptions {
  /** have the API server check and answer without keeping anything */
  readonly dryRun?: boolean;
}

export interface DeleteOptions extends WriteOptions {
  /** how long a pod's containers get to end */
  readonly graceSeconds?: number;
  /** deletes only what nobody has changed since it had this version */
  readonly resourceVersion?: string;
}

/**
 * Writes to the API server; only `applyPlan` and `runClusterTest` call them to change something, all others as a dry
 * run.
 */
export interface ClusterWrites {
  create(object: CreatedObject, options?: WriteOptions): Promise<void>;
  patch(target: ObjectRef, patch: readonly PatchOperation[], options?: WriteOptions): Promise<void>;
  /** deletes only the object of that uid */
  delete(target: ObjectRef, uid: string, options?: DeleteOptions): Promise<void>;
  /** asks KubeVirt to restart the VM; the dry run goes in the body, the query parameter is ignored by virt-api 1.8.4 */
  restart(vm: ObjectRef, options?: WriteOptions): Promise<void>;
  /** asks KubeVirt to start the VM; the dry run goes in the body, too */
  start(vm: ObjectRef, options?: WriteOptions): Promise<void>;
  /** lets a paused VMI run on; the dry run goes in the body, too */
  unpause(vmi: ObjectRef, options?: WriteOptions): Promise<void>;
}

export type ClusterPort = ClusterReads & ClusterWrites;

/** Time, injected so that tests need none. */
export interface Clock {
  /** milliseconds since any fixed moment */
  now(): number;
  /** resolves after so many seconds, or at once when the signal aborts */
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}
