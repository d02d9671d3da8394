import { ACCESS_OF, RIGHTS, rightsFrom } from '../../domain/steps/rights';
import type { Right, Rights } from '../../domain/k8s/rights';
import type { ClusterReads } from '../port/clusterPort';

/**
 * What this user may do in a namespace: one rules review; where the authorizer cannot list all its rules, each right
 * that it did not show is asked for singly.
 */
export async function readRights(port: ClusterReads, namespace: string): Promise<Rights> {
  const { rules, incomplete } = await port.rules(namespace);
  const shown = rightsFrom(rules);
  if (!incomplete) return shown;
  const asked = await Promise.all(
    RIGHTS.map(async (right): Promise<[Right, boolean]> => [
      right,
      shown[right] || (await port.mayI(ACCESS_OF[right], namespace)),
    ]),
  );
  return Object.fromEntries(asked) as Record<Right, boolean>;
}
