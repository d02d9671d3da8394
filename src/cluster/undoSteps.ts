import { planUndo } from '../domain/planUndo';
import type { RunRecord } from '../domain/run';
import type { Step } from '../domain/step';
import type { ClusterReads } from './clusterPort';
import { look } from './look';
import { readRights } from './rights';

/** Looks at the cluster and lists what is left to take back of a run. */
export async function undoSteps(record: RunRecord, port: ClusterReads): Promise<readonly Step[]> {
  const { namespace, vmNames } = record.draft;
  const [seen, rights] = await Promise.all([look(port, namespace, vmNames, { withRoutes: record.hasRoute === true }), readRights(port, namespace)]);
  return planUndo(record, seen, rights);
}
