import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { checksOf, projectTests, resultsByService, type TestedService } from './projectTests';

const inProject = (service: Service, namespace: string): TestedService => ({
  service: { ...service, metadata: { ...service.metadata, namespace } },
  vms: [aReachedVm()],
  endpointSlices: [aSlice()],
});
const tests = projectTests(
  [
    inProject(aService({ name: 'web' }), 'prod2'),
    inProject(aService({ name: 'web' }), 'prod3'),
    inProject(aService({ name: 'db', ports: [{ port: 5432 }] }), 'prod2'),
  ],
  'cluster.local',
);

describe('projectTests', () => {
  it('makes one test of the Services of one project', () => {
    expect(tests.map(({ namespace, tested }) => [namespace, tested.length])).toEqual([
      ['prod2', 2],
      ['prod3', 1],
    ]);
  });

  it('has every check of its Services once', () => {
    const keys = checksOf(tests[0] ?? { namespace: '', tested: [] }).map((check) => JSON.stringify(check));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('"tcp"'))).toHaveLength(2);
  });
});

describe('resultsByService', () => {
  it('tells each Service its own results from one log', () => {
    const log = [
      'expose-vm tcp web.prod2.svc.cluster.local 80 ok;',
      'expose-vm tcp db.prod2.svc.cluster.local 5432 failed 124 ;',
    ].join('\n');
    const told = resultsByService(tests[0] ?? { namespace: '', tested: [] }, log).map(({ of, results }) => [
      of.service.metadata?.name,
      ...results.filter(({ check }) => check.kind === 'tcp').map(({ outcome }) => outcome),
    ]);
    expect(told).toEqual([
      ['web', 'ok'],
      ['db', 'failed'],
    ]);
  });
});
