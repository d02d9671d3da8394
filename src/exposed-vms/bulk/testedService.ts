import type { TestedService } from '../../domain/cluster-test/projectTests';
import type { ExposedLists, ExposedRow } from '../../domain/exposed/exposedVms';
import { listsOfProject } from '../../domain/exposed/projectLists';

/** What a connection test of a row is about. */
export function testedService({ service, namespace, vms }: ExposedRow, lists: ExposedLists | undefined): TestedService {
  const own = lists && listsOfProject(lists, namespace);
  return {
    service,
    vms: vms.map(({ seen }) => seen),
    endpointSlices: own?.endpointSlices,
    networkPolicies: own?.networkPolicies,
  };
}
