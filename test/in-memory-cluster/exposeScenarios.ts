/** Every kind of run, with the cluster before it: the table that the fault tests go through. */
import { CHANGE_SCENARIOS } from './changeScenarios';
import { LIVE_SCENARIOS } from './liveScenarios';
import { RESTART_SCENARIOS } from './restartScenarios';
import type { Scenario } from './scenarioParts';
import { TYPE_SCENARIOS } from './typeScenarios';

export const SCENARIOS: readonly Scenario[] = [
  ...LIVE_SCENARIOS,
  ...RESTART_SCENARIOS,
  ...CHANGE_SCENARIOS,
  ...TYPE_SCENARIOS,
];
