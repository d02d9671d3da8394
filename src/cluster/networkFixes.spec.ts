import { NAMESPACE, SERVICE_NAME, VM_NAME, seenOf, type Networking } from '../../test/objects/builders';
import { aService, type ServiceOptions } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { allRights } from '../../test/objects/draftBuilders';
import { InMemoryCluster } from '../../test/in-memory-cluster/inMemoryCluster';
import { aPolicy } from '../../test/objects/networkBuilders';
import { diagnose, type Verdict } from '../domain/diagnosis/diagnose';
import { offerFor } from '../domain/diagnosis/offer';
import type { RuleCode } from '../domain/diagnosis/finding';
import type { Situation } from '../domain/diagnosis/situation';
import type { K8sObject, Route, Service } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import type { Step } from '../domain/steps/step';
import { applyPlan } from './run/applyPlan';
import { look } from './run/look';

const backend = (options: ServiceOptions = {}): Service =>
  aService({ selector: { tier: 'backend' }, ports: [{ port: 8080 }], ...options });
const headless = (options: ServiceOptions = {}): Service => {
  const service = backend(options);
  return { ...service, spec: { ...service.spec, clusterIP: 'None', clusterIPs: ['None'] } };
};
const listing = (...ports: { port: number }[]): Networking => ({
  interfaces: [{ name: 'default', masquerade: {}, ports }],
});
const aRoute = (targetPort: number): Route => ({
  kind: 'Route',
  metadata: { name: 'shop', namespace: NAMESPACE, uid: 'route-shop' },
  spec: { to: { kind: 'Service', name: SERVICE_NAME }, port: { targetPort } },
  status: { ingress: [{ routerName: 'default', conditions: [{ type: 'Admitted', status: 'True' }] }] },
});
const notReady = (() => {
  const vm = aReachedVm({ vm: { subdomain: 'backend' }, pod: { ready: false } });
  return {
    ...vm,
    pods: vm.pods.map((pod) => ({
      ...pod,
      spec: { containers: [], ...pod.spec, hostname: VM_NAME, subdomain: 'backend' },
    })),
  };
})();

async function situationOf(cluster: InMemoryCluster): Promise<Situation> {
  cluster.advance(60);
  const { vms, services, endpointSlices, routes } = await look(cluster, NAMESPACE, [VM_NAME], { withRoutes: true });
  const [vm, service] = [vms[0], services.find(({ metadata }) => metadata?.name === SERVICE_NAME)];
  if (!vm || !service) throw new Error('gone');
  return {
    vm,
    service,
    services,
    endpointSlices,
    routes,
    ingresses: [],
    networkPolicies: cluster.all('NetworkPolicy'),
    namespaceLabels: {},
    selectedPods: vm.pods,
    rights: allRights(),
  };
}

const kindsOf = (steps: readonly Step[]): string =>
  steps.map((step) => (step.kind === 'patch' ? `patch ${step.target.kind}` : step.kind)).join(', ');

describe('a fix, once applied', () => {
  it.each<[RuleCode, string, SeenVm, Service, Verdict, string, K8sObject[]?]>([
    [
      'N2',
      'a port that is not let through',
      aReachedVm({ vm: listing({ port: 22 }), vmi: listing({ port: 22 }) }),
      backend(),
      'not-reachable',
      'patch VirtualMachine, restart, await',
    ],
    [
      'N2',
      'a list that waits for a restart',
      aReachedVm({ vm: listing({ port: 8080 }), vmi: listing({ port: 22 }) }),
      backend(),
      'not-reachable',
      'restart, await',
    ],
    [
      'N3',
      'a list that has been taken away',
      aReachedVm({ vmi: listing({ port: 8080 }) }),
      backend(),
      'reachable',
      'restart, await',
    ],
    ['H1', 'no subdomain', aReachedVm(), headless(), 'partly-reachable', 'patch VirtualMachine, restart, await'],
    [
      'H1',
      'a subdomain that is no Service',
      aReachedVm({ vm: { subdomain: 'gone' } }),
      headless(),
      'partly-reachable',
      'patch VirtualMachine, restart, await',
    ],
    [
      'H2',
      'a subdomain that waits for a restart',
      aReachedVm({ vm: { subdomain: 'backend' } }),
      headless(),
      'partly-reachable',
      'restart, await',
    ],
    [
      'H4',
      'a subdomain without its Service',
      aReachedVm({ vm: { subdomain: 'mysub' } }),
      backend(),
      'reachable',
      'create',
    ],
    ['R1', 'a Route to no port', aReachedVm(), backend(), 'partly-reachable', 'patch Route', [aRoute(9999)]],
    [
      'R1',
      'a Route to the Service port',
      aReachedVm(),
      backend({ ports: [{ port: 80, targetPort: 8080 }] }),
      'partly-reachable',
      'patch Route',
      [aRoute(80)],
    ],
    ['K1', 'a policy that lets nobody in', aReachedVm(), backend(), 'not-reachable', 'create', [aPolicy()]],
  ])('of %s (%s) lets the Service reach the VM', async (code, _what, vm, service, verdict, kinds, others = []) => {
    const cluster = new InMemoryCluster(seenOf([vm], [service]));
    others.forEach((object) => cluster.put(object));
    const before = await situationOf(cluster);
    const diagnosis = diagnose(before);
    expect([diagnosis.verdict, diagnosis.findings[0]?.code]).toEqual([verdict, code]);
    const told = diagnosis.findings[0]?.grade;
    const { steps, lacks } = offerFor(code, before);
    expect([kindsOf(steps), lacks]).toEqual([kinds, []]);
    expect(
      await applyPlan({
        steps,
        port: cluster,
        clock: cluster,
        emit: () => undefined,
        signal: new AbortController().signal,
      }),
    ).toBe('done');
    const after = diagnose(await situationOf(cluster));
    expect(after.verdict).toBe('reachable');
    // a policy that lets some in is still worth telling
    expect(after.findings.filter((finding) => finding.code === code && finding.grade === told)).toEqual([]);
  });

  it('of H5 publishes what is not ready', async () => {
    const cluster = new InMemoryCluster(seenOf([notReady], [headless()]));
    const before = await situationOf(cluster);
    expect(diagnose(before).findings.map(({ code }) => code)).toContain('H5');
    expect(
      await applyPlan({
        steps: offerFor('H5', before).steps,
        port: cluster,
        clock: cluster,
        emit: () => undefined,
        signal: new AbortController().signal,
      }),
    ).toBe('done');
    expect(diagnose(await situationOf(cluster)).findings.map(({ code }) => code)).not.toContain('H5');
  });
});
