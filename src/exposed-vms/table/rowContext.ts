import type { TestedService } from '../../domain/cluster-test/projectTests';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { Column } from '../../domain/exposed/rowOrder';
import type { Rights } from '../../domain/k8s/rights';
import type { StepsTask } from '../../service-parts/steps/stepsTask';
import type { ReadProject } from '../reads/ProjectLists';

/** What every row of the list takes from the page. */
export interface RowContext {
  readonly columns: readonly Column[];
  /** what was read last, for what a click does; the same function at each render, so that rows stay as they are */
  readonly projectNow: (namespace: string) => ReadProject | undefined;
  /** by project, as far as they are known */
  readonly rights: ReadonlyMap<string, Rights>;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
  readonly onToggle: (key: string) => void;
  /** called when the menu of a row of that project opens */
  readonly onMenu: (namespace: string) => void;
  readonly onVerdict: (key: string, verdict: Verdict) => void;
  readonly onTask: (task: StepsTask) => void;
  readonly onTest: (services: readonly TestedService[]) => void;
}
