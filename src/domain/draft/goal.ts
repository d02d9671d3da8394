import type { LabelTiming } from '../labels/timing';
import type { LabelChange, Labels, Route, Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import type { SpecChange } from '../k8s/specChange';
import type { ExposeDraft } from './draft';
import type { ServiceFields } from '../steps/serviceFields';

/** A VM whose pod the Service is to reach, with what its template's spec has to have for that; {} when nothing. */
export interface GoalVm {
  readonly seen: SeenVm;
  readonly spec: SpecChange;
}

/**
 * The labels that a run sets on its VMs (null removes one), and when they take effect; undefined when it changes no
 * labels.
 */
export interface GoalLabels {
  readonly change: LabelChange;
  readonly timing: LabelTiming | undefined;
}

/**
 * What a draft means for the cluster that was seen. All of it can be told of a draft that still has problems, too,
 * which is what the wizard shows while the person types.
 */
export interface ResolvedDraft {
  readonly runId: string;
  /** what was asked for, as the run's record keeps it */
  readonly draft: ExposeDraft;
  /** the existing VMs that the Service is to reach; none for an ExternalName Service, which reaches no pod */
  readonly vms: readonly GoalVm[];
  /** true when the VMs are added to an existing Service, whether or not that Service was found */
  readonly usesExistingService: boolean;
  /**
   * the Service that the VMs are added to; between its deletion and its recreation by the run, as it was. Undefined
   * when it is not there, or when a new one is made
   */
  readonly existingService: Service | undefined;
  /** true when the existing Service has to be deleted and created again, because the API does not allow the change */
  readonly replacesExistingService: boolean;
  /** what the Service selects at the end; undefined while the draft does not say */
  readonly selector: Labels | undefined;
  readonly labels: GoalLabels;
  /** the Route in front of the Service; undefined when the draft wants none */
  readonly route: Route | undefined;
}

/** What a run does about the Service. An alias is created like any other new Service; only it reaches no VM. */
export type ServiceGoal =
  /** there is to be this Service, which only this run creates */
  | { readonly work: 'create'; readonly service: Service }
  /** an existing one gets these fields; {} when it is as wanted */
  | { readonly work: 'change'; readonly found: Service; readonly fields: ServiceFields }
  /** an existing one makes room for this Service; `found` is undefined once it is deleted */
  | { readonly work: 'replace'; readonly found: Service | undefined; readonly service: Service }
  /** the run itself has created it and does not change it */
  | { readonly work: 'keep'; readonly found: Service };

/** What a run wants of the cluster: a draft without problems. */
export interface Goal extends ResolvedDraft {
  readonly selector: Labels;
  readonly service: ServiceGoal;
}
