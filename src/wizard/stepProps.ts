import type { Dispatch } from 'react';
import type { ReadableNetwork } from '../cluster/useReadableNetwork';
import type { ExposeDraft } from '../domain/draft';
import type { DraftProblem } from '../domain/draftProblems';
import type { Service } from '../domain/objects';
import type { Failure } from '../domain/progress';
import type { Rights, SeenVm } from '../domain/seen';
import type { DraftAction } from './draftReducer';

/** What every form step of the wizard gets. */
export interface StepProps {
  readonly draft: ExposeDraft;
  /** the draft as the wizard would begin now */
  readonly proposal: ExposeDraft;
  /** the draft as it was before the person went to look at another way: what was typed is there again on the way back */
  readonly left: ExposeDraft;
  readonly onLeave: (draft: ExposeDraft) => void;
  readonly problems: readonly DraftProblem[];
  readonly dispatch: Dispatch<DraftAction>;
  /** the VMs to be exposed, as they are now */
  readonly vms: readonly SeenVm[];
  readonly services: readonly Service[];
  /** why the Services could not be read; then none are known */
  readonly servicesFailure: Failure | undefined;
  readonly rights: Rights;
  readonly cluster: ReadableNetwork;
  /** whether the cluster has the API of Routes */
  readonly hasRouteApi: boolean;
}
