import {
  refOf,
  type Job,
  type LabelChange,
  type NetworkPolicy,
  type ObjectRef,
  type Route,
  type Service,
} from '../k8s/objects';
import type { SpecChange } from '../k8s/specChange';
import type { ObjectChange } from './objectChange';

/** What an await step waits for; decided by `isMet` over a fresh look at the cluster. */
export type Condition =
  /** a VMI that is not `replacedUid`, is labelled and has the spec as wanted, is Running and Ready */
  | {
      readonly until: 'vmi-renewed';
      readonly vmName: string;
      readonly labels: LabelChange;
      readonly spec?: SpecChange;
      readonly replacedUid?: string;
    }
  /**
   * all live pods, and the VMI unless only pods were labelled, are still labelled as wanted after having been watched
   * for `forSeconds`
   */
  | {
      readonly until: 'labels-hold';
      readonly vmName: string;
      readonly labels: LabelChange;
      readonly forSeconds: number;
      readonly isPodOnly?: true;
    }
  /**
   * an EndpointSlice of the Service holds a ready endpoint that is the VM's live pod; `isNamed`: with a hostname, so
   * that DNS has the VM's own name
   */
  | { readonly until: 'endpoint-ready'; readonly vmName: string; readonly serviceName: string; readonly isNamed?: true }
  /** a router has admitted the Route, so its host serves the Service */
  | { readonly until: 'route-admitted'; readonly routeName: string };

/** What is created: by runs, and by a test from the cluster its Job. */
export type CreatedObject = Service | Route | NetworkPolicy | Job;

/** The kind of what is created. */
export const createdKind = ({ kind }: CreatedObject): 'Service' | 'Route' | 'NetworkPolicy' | 'Job' =>
  kind === 'Route' || kind === 'NetworkPolicy' || kind === 'Job' ? kind : 'Service';

/** Why a step deletes an object. */
export type DeleteReason =
  /** the user asked for it */
  | 'asked'
  /** the draft changes a field that the API does not allow to change, so it is recreated */
  | 'replaced'
  /** made by the run, and no longer as the draft says */
  | 'outdated'
  /** made by the run that is taken back */
  | 'undo'
  /** its guest takes too long to shut down */
  | 'forced';

/** What the API server checks before it deletes; sent as preconditions. */
export interface DeleteGuard {
  /** never deletes another object of the same name */
  readonly uid: string;
  /** with it, an object that someone has changed since is not deleted */
  readonly resourceVersion?: string;
}

/**
 * Changes an object by a JSON patch (`jsonPatchOf`). Its first operation is always a `test`: a change by someone else
 * in between fails the step instead of being overwritten.
 */
export interface PatchStep {
  readonly id: string;
  readonly kind: 'patch';
  readonly target: ObjectRef;
  /** of the object that was looked at: another one of the same name is not changed */
  readonly uid: string;
  readonly change: ObjectChange;
}

/**
 * One step of a plan: what it means, from which all that is sent follows. `id` is stable from plan to plan, so that
 * progress can be shown over a retry.
 */
export type Step =
  | { readonly id: string; readonly kind: 'create'; readonly object: CreatedObject }
  | PatchStep
  /** `graceSeconds` is how long a pod's containers get to end; absent leaves it to the pod */
  | {
      readonly id: string;
      readonly kind: 'delete';
      readonly target: ObjectRef;
      readonly why: DeleteReason;
      readonly guard: DeleteGuard;
      readonly graceSeconds?: number;
      /** node ports of a Service, which are free only after it */
      readonly nodePorts?: readonly number[];
    }
  /** sent only while the VMI of that uid runs */
  | { readonly id: string; readonly kind: 'restart'; readonly target: ObjectRef; readonly vmiUid: string }
  /** sent only while the VMI is paused */
  | { readonly id: string; readonly kind: 'unpause'; readonly target: ObjectRef }
  /** sent only while no VMI runs */
  | { readonly id: string; readonly kind: 'start'; readonly target: ObjectRef }
  | {
      readonly id: string;
      readonly kind: 'await';
      readonly target: ObjectRef;
      readonly condition: Condition;
      readonly timeoutSeconds: number;
    };

/** True for steps that change the cluster. */
export const isWrite = (step: Step): boolean => step.kind !== 'await';

/** The object that a step is about. */
export const targetOf = (step: Step): ObjectRef =>
  step.kind === 'create' ? refOf(createdKind(step.object), step.object) : step.target;

/** Names of the VMs that steps restart, which breaks the connections to them: each is confirmed before. */
export const restartedVms = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => (step.kind === 'restart' ? [step.target.name] : []));
