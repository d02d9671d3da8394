import { planUndo, recordOfUndo } from '../../domain/plan/planUndo';
import type { RunRecord } from '../../domain/plan/run';
import type { Step } from '../../domain/steps/step';
import type { ClusterReads } from '../port/clusterPort';
import { look } from './look';
import { readRights } from '../ask/rights';

/**
 * Looks at the cluster and lists what is left to take back of a run.
 * @param keep called with the record as it has to be before any of these steps is sent
 */
export async function undoSteps(
  record: RunRecord,
  port: ClusterReads,
  keep: (record: RunRecord) => void,
): Promise<readonly Step[]> {
  const { namespace, vmNames } = record.draft;
  const [seen, rights] = await Promise.all([
    look(port, namespace, vmNames, { withRoutes: record.hasRoute === true }),
    readRights(port, namespace),
  ]);
  keep(recordOfUndo(record, seen));
  return planUndo(record, seen, rights);
}
