import type { Dispatch } from 'react';
import type { ReadableNetwork } from '../../cluster/ask/useReadableNetwork';
import type { ExposeDraft } from '../../domain/draft/draft';
import type { ResolvedDraft } from '../../domain/draft/goal';
import type { DraftProblem } from '../../domain/draft/draftProblems';
import type { Service } from '../../domain/k8s/objects';
import type { Failure } from '../../domain/k8s/failure';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import type { DraftAction } from './draftReducer';

/** What every form step of the wizard gets. */
export interface StepProps {
  readonly draft: ExposeDraft;
  /** the draft that the wizard would propose now */
  readonly proposal: ExposeDraft;
  /** what the draft means for the cluster as it is now, as far as that can be told */
  readonly resolved: ResolvedDraft;
  /** the draft before the user switched to another choice; switching back restores what was typed */
  readonly draftBeforeSwitch: ExposeDraft;
  readonly onBeforeSwitch: (draft: ExposeDraft) => void;
  readonly problems: readonly DraftProblem[];
  /** true once the step was left or Next was pressed in it: until then a field tells its problem when it is left */
  readonly tellsAll: boolean;
  /** how often Next was pressed in vain */
  readonly refusals: number;
  readonly dispatch: Dispatch<DraftAction>;
  /** the VMs to be exposed, as they are now */
  readonly vms: readonly SeenVm[];
  readonly services: readonly Service[];
  /** why the Services could not be read; then none are known */
  readonly servicesFailure: Failure | undefined;
  readonly rights: Rights;
  /** true when the user cannot expose the VMs and prepares a request for an administrator */
  readonly isRequest: boolean;
  readonly cluster: ReadableNetwork;
  /** whether the cluster has the API of Routes */
  readonly hasRouteApi: boolean;
  /** true when each VM gets a Service of its own: what only one Service can have is not asked for */
  readonly isForEach?: boolean;
}
