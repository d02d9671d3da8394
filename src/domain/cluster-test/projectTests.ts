import { namespaceOf } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { clusterTestChecks, type ClusterTestCheck } from './clusterTestChecks';
import { parseClusterTest, type ClusterTestResult } from './clusterTestLog';
import type { TestedObjects } from './testedState';

/** A Service to test, with the VMs behind it. */
export interface TestedService extends Pick<TestedObjects, 'service' | 'endpointSlices' | 'networkPolicies'> {
  readonly vms: readonly SeenVm[];
}

/** What one Job tests: Services of one project, each with its checks. */
export interface ProjectTest {
  readonly namespace: string;
  readonly tested: readonly { readonly of: TestedService; readonly checks: readonly ClusterTestCheck[] }[];
}

/** The tests of several Services, one for each of their projects. */
export function projectTests(services: readonly TestedService[], clusterDomain: string): ProjectTest[] {
  const found = new Map<string, ProjectTest['tested'][number][]>();
  for (const of of services) {
    const namespace = namespaceOf(of.service);
    const checks = clusterTestChecks(of.service, of.vms, of.endpointSlices ?? [], clusterDomain);
    found.set(namespace, [...(found.get(namespace) ?? []), { of, checks }]);
  }
  return [...found].map(([namespace, tested]) => ({ namespace, tested }));
}

/** All checks of a project's test. */
export const checksOf = ({ tested }: ProjectTest): readonly ClusterTestCheck[] =>
  tested.flatMap(({ checks }) => checks);

/** What the log of a project's Job tells of each of its Services. */
export const resultsByService = (
  test: ProjectTest,
  log: string,
): readonly { readonly of: TestedService; readonly results: readonly ClusterTestResult[] }[] =>
  test.tested.map(({ of, checks }) => ({ of, results: parseClusterTest(log, checks) }));
