/** Rows of the list of exposed VMs, for tests. */
import { exposedVms } from '../../src/domain/exposed/exposedVms';
import { routesByService, rowLister, type ListedRow, type ListedService } from '../../src/domain/exposed/listedRow';
import type { Route, Service } from '../../src/domain/k8s/objects';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { aReachedVm } from './diagnosis';
import { aService, aSlice } from './serviceBuilders';

interface Listed {
  readonly services?: readonly Service[];
  readonly vms?: readonly SeenVm[];
  readonly routes?: readonly Route[];
}

/** What `aReachedVm` is selected by. */
const SELECTOR = { tier: 'backend' };
const selecting = (service: Service): Service => ({ ...service, spec: { selector: SELECTOR, ...service.spec } });

/** The rows of Services that select a VM that runs and is reached, and those of VMs that none selects. */
export function listedRows({ services = [aService()], vms = [aReachedVm()], routes = [] }: Listed = {}): ListedRow[] {
  const { ofService, ofVm } = rowLister();
  const { rows, notExposed } = exposedVms()({
    services: services.map(selecting),
    vms: vms.map(({ vm }) => vm),
    vmis: vms.flatMap(({ vmi }) => vmi ?? []),
    pods: vms.flatMap(({ pods }) => pods),
    endpointSlices: [aSlice()],
    networkPolicies: [],
    routes,
  });
  const byService = routesByService(routes);
  return [...rows.map((row) => ofService(row, byService, 'cluster.local')), ...notExposed.map(ofVm)];
}

/** The row of the one Service of a list. */
export function listedService(listed: Listed = {}): ListedService {
  const row = listedRows(listed).find(({ kind }) => kind === 'service');
  if (row?.kind !== 'service') throw new Error('No Service is listed');
  return row;
}
