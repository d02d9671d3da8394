/** Random Services and VMs that have to do with each other, nearly or not at all, and what happens to them. */
import fc from 'fast-check';
import type { ExposedLists } from '../../src/domain/exposed/exposedList';
import { CREATED_BY_KEY } from '../../src/domain/k8s/labelKeys';
import type { Endpoint, K8sObject, Labels } from '../../src/domain/k8s/objects';
import { MADE_FOR_ANNOTATION } from '../../src/domain/k8s/ownMarks';
import { aPod, aVm, aVmi, launcherLabels } from '../objects/builders';
import { aPolicy } from '../objects/networkBuilders';
import { aRoute } from '../objects/routeBuilders';
import { anEndpoint, aService, aSlice } from '../objects/serviceBuilders';

const PROJECTS = ['prod2', 'prod3'];
const KEYS = ['app', 'App', 'aap', 'tier', 'zone', 'constructor', 'kubevirt.io/domain', 'vmi.kubevirt.io/id'];
const VALUES = ['shop', 'shpo', 'Shop', 'backend', 'backen', 'web1', 'web2', 'web.prod', 'toString', ''];
const VM_NAMES = ['web1', 'web2', 'web.prod', 'shop', '1x', 'constructor'];
const SERVICE_NAMES = ['web1', 'web-prod', 'vm-1x', 'shop', 'names', 'constructor'];
const ADDRESSES = ['10.8.0.1', '10.8.0.2', 'fd00::1'];
const TIMES = ['2026-08-01T09:00:00Z', '2026-08-01T10:00:05Z', '2026-08-01T10:00:50Z', 'no time'];
export const BEGIN = Date.parse('2026-08-01T10:00:00Z');

const anyLabels = (maxKeys: number): fc.Arbitrary<Labels> =>
  fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
/** Which one of several that came one after the other under the same name. */
const anyGeneration = fc.nat({ max: 1 });
const anyProject = fc.constantFrom(...PROJECTS);
const anyVmName = fc.constantFrom(...VM_NAMES);
const anyServiceName = fc.constantFrom(...SERVICE_NAMES);

const vmiUid = (project: string, name: string, generation: number): string => `vmi-${project}-${name}-${generation}`;
const podUid = (project: string, name: string, generation: number, pod: number): string =>
  `pod-${project}-${name}-${generation}-${pod}`;

/** The lists, as far as they are of objects. */
export type ListName = Exclude<keyof ExposedLists, 'now'>;
/** An object as it is after an event. */
interface Made {
  readonly list: ListName;
  readonly object: K8sObject;
}
const inProject = <T extends K8sObject>(object: T, namespace: string, metadata: K8sObject['metadata'] = {}): T => ({
  ...object,
  metadata: { ...object.metadata, ...metadata, namespace },
});

const anyVm: fc.Arbitrary<Made> = fc
  .record({
    project: anyProject,
    name: anyVmName,
    generation: anyGeneration,
    labels: anyLabels(1),
    templateLabels: anyLabels(2),
    runStrategy: fc.constantFrom('Always', 'Halted'),
    subdomain: maybe(anyServiceName),
  })
  .map(({ project, generation, subdomain, ...vm }) => ({
    list: 'vms',
    object: inProject(
      aVm({ ...vm, ...(subdomain ? { subdomain } : {}), uid: `vm-${project}-${vm.name}-${generation}` }),
      project,
    ),
  }));
const anyVmi: fc.Arbitrary<Made> = fc
  .record({
    project: anyProject,
    name: anyVmName,
    generation: anyGeneration,
    labels: anyLabels(2),
    phase: fc.constantFrom('Running', 'Running', 'Succeeded'),
    ip: fc.constantFrom(...ADDRESSES),
    deleting: fc.boolean(),
  })
  .map(({ project, generation, deleting, ...vmi }) => ({
    list: 'vmis',
    object: inProject(
      aVmi({ ...vmi, ...(deleting ? { deleting } : {}), uid: vmiUid(project, vmi.name, generation) }),
      project,
    ),
  }));
const anyPod: fc.Arbitrary<Made> = fc
  .record({
    project: anyProject,
    vm: anyVmName,
    generation: anyGeneration,
    pod: fc.nat({ max: 1 }),
    labels: anyLabels(2),
    isOfVm: fc.boolean(),
    phase: fc.constantFrom('Running', 'Running', 'Pending', 'Failed'),
    ip: fc.constantFrom(...ADDRESSES, ''),
    created: fc.constantFrom(...TIMES),
  })
  .map(({ project, vm, generation, pod, labels, isOfVm, phase, ip, created }) => {
    const owner = vmiUid(project, vm, generation);
    const own = isOfVm ? launcherLabels(vm, owner) : { [CREATED_BY_KEY]: owner };
    return {
      list: 'pods',
      object: inProject(
        aPod({
          name: `virt-launcher-${vm}-${generation}-${pod}`,
          uid: podUid(project, vm, generation, pod),
          labels: { ...own, ...labels },
          phase,
          ip,
        }),
        project,
        { creationTimestamp: created },
      ),
    };
  });
const anyService: fc.Arbitrary<Made> = fc
  .record({
    project: anyProject,
    name: anyServiceName,
    generation: anyGeneration,
    selector: maybe(anyLabels(4)),
    type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'None'),
    owner: maybe(anyVmName),
    madeFor: maybe(fc.constantFrom('web1', 'web1,web.prod', ',', 'shop,,x')),
    created: fc.constantFrom(...TIMES),
  })
  .map(({ project, name, generation, selector, type, owner, madeFor, created }) => {
    const service = aService({
      name,
      uid: `svc-${project}-${name}-${generation}`,
      type: type === 'None' ? 'ClusterIP' : type,
      ...(selector ? { selector } : {}),
      ...(owner ? { ownerUid: `vm-${project}-${owner}-${generation}` } : {}),
    });
    return {
      list: 'services',
      object: inProject(
        type === 'None' ? { ...service, spec: { ...service.spec, clusterIP: 'None' } } : service,
        project,
        { creationTimestamp: created, ...(madeFor ? { annotations: { [MADE_FOR_ANNOTATION]: madeFor } } : {}) },
      ),
    };
  });
const anyEndpoint = (project: string): fc.Arbitrary<Endpoint> =>
  fc
    .record({
      vm: anyVmName,
      generation: anyGeneration,
      pod: fc.nat({ max: 1 }),
      ready: fc.boolean(),
      address: fc.constantFrom(...ADDRESSES),
      hasPod: fc.boolean(),
    })
    .map(({ vm, generation, pod, ready, address, hasPod }) => {
      const own = aPod({ uid: podUid(project, vm, generation, pod) });
      return hasPod ? anEndpoint({ pod: own, ready, addresses: [address] }) : { addresses: [address] };
    });
const anySlice: fc.Arbitrary<Made> = anyProject.chain((project) =>
  fc
    .record({
      service: anyServiceName,
      number: fc.nat({ max: 2 }),
      endpoints: fc.array(anyEndpoint(project), { maxLength: 4 }),
      port: fc.constantFrom(8080, 9090),
      mirrored: fc.boolean(),
    })
    .map(({ service, number, endpoints, port, mirrored }) => {
      const slice = aSlice({ service, endpoints, ports: [{ port }] });
      const labels = {
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-mirror-controller.k8s.ovn.org',
        'k8s.ovn.org/service-name': service,
      };
      const name = `slice-${number}`;
      return {
        list: 'endpointSlices',
        object: inProject(slice, project, {
          name,
          uid: `slice-${project}-${name}-${service}`,
          ...(mirrored && number === 2 ? { labels } : {}),
        }),
      };
    }),
);
const anyPolicy: fc.Arbitrary<Made> = fc
  .record({ project: anyProject, number: anyGeneration, matchLabels: anyLabels(1) })
  .map(({ project, number, matchLabels }) => ({
    list: 'networkPolicies',
    object: inProject(aPolicy({ name: `policy-${number}`, podSelector: { matchLabels } }), project),
  }));
const anyRoute: fc.Arbitrary<Made> = fc
  .record({
    project: anyProject,
    number: anyGeneration,
    to: anyServiceName,
    other: maybe(anyServiceName),
    isAdmitted: fc.boolean(),
    created: fc.constantFrom(...TIMES),
  })
  .map(({ project, number, to, other, isAdmitted, created }) => ({
    list: 'routes',
    object: inProject(
      aRoute(
        {
          to: { kind: 'Service', name: to },
          ...(other ? { alternateBackends: [{ kind: 'Service', name: other, weight: 1 }] } : {}),
        },
        isAdmitted ? undefined : {},
      ),
      project,
      { name: `route-${number}`, uid: `route-${project}-${number}`, creationTimestamp: created },
    ),
  }));

const anyMade = fc.oneof(
  { weight: 4, arbitrary: anyVm },
  { weight: 4, arbitrary: anyVmi },
  { weight: 4, arbitrary: anyPod },
  { weight: 4, arbitrary: anyService },
  { weight: 3, arbitrary: anySlice },
  { weight: 1, arbitrary: anyPolicy },
  { weight: 2, arbitrary: anyRoute },
);

/** Something that happens to the lists. */
export type ListEvent =
  | { readonly what: 'made'; readonly made: readonly Made[] }
  | { readonly what: 'gone'; readonly list: ListName; readonly at: number }
  /** the console makes every object of a list again */
  | { readonly what: 'again'; readonly list: ListName }
  /** a list cannot be read, or can be read again */
  | { readonly what: 'unread'; readonly list: ListName }
  | { readonly what: 'time'; readonly seconds: number };

const anyList = fc.constantFrom<ListName>(
  ...(['vms', 'vmis', 'pods', 'services', 'endpointSlices', 'networkPolicies', 'routes'] as const),
);
const anyEvent: fc.Arbitrary<ListEvent> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant('made' as const),
      made: fc.array(anyMade, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('gone' as const), list: anyList, at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('again' as const, 'unread' as const), list: anyList }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('time' as const), seconds: fc.integer({ min: 1, max: 70 }) }) },
);
/** Events one after the other, the first of which makes most of what there is. */
export const anyListEvents: fc.Arbitrary<readonly ListEvent[]> = fc
  .tuple(fc.array(anyMade, { minLength: 10, maxLength: 40 }), fc.array(anyEvent, { maxLength: 14 }))
  .map(([made, events]) => [{ what: 'made', made }, ...events]);
