import type { Step } from '../domain/steps/step';

/** Something that the tab can do to the cluster: what it is called, and the steps that are left of it whenever it is asked. */
export interface StepsTask {
  readonly title: string;
  /** what it means, as a sentence */
  readonly explanation?: string;
  /** looks at the cluster and plans; [] when nothing is left to do */
  readonly plan: () => Promise<readonly Step[]>;
  /** called once all steps are done */
  readonly onDone?: () => void;
}
