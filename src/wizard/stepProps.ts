import type { Dispatch } from 'react';
import type { ExposeDraft } from '../domain/draft';
import type { DraftProblem } from '../domain/draftProblems';
import type { Rights, SeenVm } from '../domain/seen';
import type { DraftAction } from './draftReducer';

/** What every form step of the wizard gets. */
export interface StepProps {
  readonly draft: ExposeDraft;
  readonly problems: readonly DraftProblem[];
  readonly dispatch: Dispatch<DraftAction>;
  readonly vm: SeenVm;
  readonly rights: Rights;
}
