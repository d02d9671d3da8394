import { aReachedVm } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { aRoute } from '../../../test/objects/routeBuilders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { ExposedProject } from './exposedProject';

const NOW = Date.parse('2026-08-01T10:00:10Z');
const SERVICE = aService({ selector: { tier: 'backend' }, type: 'LoadBalancer' });
const { vm, vmi, pods } = aReachedVm();

function aProject(): ExposedProject {
  const project = new ExposedProject({
    areInstancesRead: true,
    arePodsRead: true,
    areSlicesRead: true,
    arePoliciesRead: true,
    areRoutesRead: true,
  });
  project.matching.vmParts.changeVm({ after: vm });
  if (vmi) project.matching.vmParts.changeVmi({ after: vmi });
  for (const after of pods) project.matching.vmParts.changePod({ after });
  project.matching.sliceParts.change({ after: aSlice() });
  project.matching.changeService({ after: SERVICE });
  return project;
}
const codes = (project: ExposedProject): string[] =>
  project.rowNamed(SERVICE)?.vms.flatMap(({ exposure }) => exposure.findings.map(({ code }) => code)) ?? [];

describe('ExposedProject', () => {
  it('says of each update whether a row is another one', () => {
    const project = aProject();
    expect(project.update(NOW)).toBe(true);
    const row = project.rowNamed(SERVICE);
    expect(row?.vms).toHaveLength(1);
    expect(project.isExposed(vm)).toBe(true);
    expect(project.update(NOW)).toBe(false);
    expect(project.rowNamed(SERVICE)).toBe(row);
  });

  it('judges again when policies or Routes change, and keeps the row where the same is said', () => {
    const project = aProject();
    project.update(NOW);
    const row = project.rowNamed(SERVICE);
    project.takePolicies([aPolicy({ podSelector: { matchLabels: { app: 'other' } } })]);
    expect(project.update(NOW)).toBe(false);
    expect(project.rowNamed(SERVICE)).toBe(row);
    project.takePolicies([aPolicy()]);
    expect(project.update(NOW)).toBe(true);
    expect(project.rowNamed(SERVICE)?.verdict).toBe('not-reachable');
    const route = aRoute({}, {});
    project.takeRoutes([route], [{ after: route }]);
    expect(project.update(NOW)).toBe(true);
    project.takeRoutes([], [{ before: route }]);
    expect(project.update(NOW)).toBe(true);
  });

  it('says more as time passes, until time changes nothing any more', () => {
    const project = aProject();
    project.update(NOW);
    const early = project.rowNamed(SERVICE)?.vms[0]?.exposure.findings;
    expect(project.update(NOW + 70_000)).toBe(true);
    expect(project.rowNamed(SERVICE)?.vms[0]?.exposure.findings).not.toEqual(early);
    expect(codes(project).length).toBeGreaterThan(early?.length ?? 0);
    expect(project.update(NOW + 700_000)).toBe(false);
  });
});
