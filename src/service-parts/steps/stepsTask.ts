import type { Step } from '../../domain/steps/step';

/** A change that the tab can make to the cluster: what it is called, and a planner for its remaining steps. */
export interface StepsTask {
  /** a verb and what it is done to: the title of the dialog, and the words of the button that sends the steps */
  readonly title: string;
  /** the VM that it is about */
  readonly vmName: string;
  /** what it means, as a sentence; absent where it is what the steps do to the VM */
  readonly explanation?: string;
  /** true where something is lost by it */
  readonly isDanger?: true;
  /** looks at the cluster and plans; [] when nothing is left to do */
  readonly plan: () => Promise<readonly Step[]>;
  /** called once all steps are done */
  readonly onDone?: () => void;
}
