import type { Step } from '../../domain/steps/step';

/** A change that the tab can make to the cluster: its title, and a planner for its remaining steps. */
export interface StepsTask {
  readonly title: string;
  /** what it means, as a sentence */
  readonly explanation?: string;
  /** looks at the cluster and plans; [] when nothing is left to do */
  readonly plan: () => Promise<readonly Step[]>;
  /** called once all steps are done */
  readonly onDone?: () => void;
}
