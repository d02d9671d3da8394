/** What has to be so after a run that others have disturbed. */
import type { ExposeDraft } from '../../src/domain/draft/draft';
import { withExistingService } from '../../src/domain/draft/draft';
import { exposedTypeOf, TYPES, traitsOf } from '../../src/domain/k8s/exposedTypes';
import { templateLabelsOf, type Labels, type Service } from '../../src/domain/k8s/objects';
import { isSameValue } from '../../src/domain/k8s/sameValue';
import { optionFields, SPEC_DEFAULTS } from '../../src/domain/service/serviceOptions';
import { portDraftsOf } from '../../src/domain/service/servicePort';
import type { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import { SERVICE_NAME, VM_NAME } from '../objects/builders';
import type { DisturbedRun, Ending } from './disturbedRun';

/** What the cluster held before the run. */
export interface Snapshot {
  readonly service: Service | undefined;
  readonly template: Labels;
}

export function snapshotOf(cluster: InMemoryCluster): Snapshot {
  const vm = cluster.one('VirtualMachine', VM_NAME);
  return {
    service: cluster.one('Service', SERVICE_NAME),
    template: vm ? templateLabelsOf(vm) : {},
  };
}

/** A run that does not reach its goal says what is in the way. */
export function expectNamed(ending: Ending): void {
  if (ending === 'done') return;
  if ('problems' in ending) expect(ending.problems.length).toBeGreaterThan(0);
  else
    expect(
      ending.failure.message !== '' || ending.failure.timedOut || (ending.failure.changed ?? []).length > 0,
    ).toBeTruthy();
}

const touched = (run: DisturbedRun): Set<string> => new Set(run.foreign.flatMap(({ field }) => field ?? []));

/** The Service is as the draft wants it in all that the person chose and nobody else has changed. */
export function expectGoal(run: DisturbedRun, draft: ExposeDraft, opened: Service | undefined): void {
  expect(run.left).toEqual([]);
  const service = run.cluster.one('Service', draft.serviceName);
  if (!service && run.isDeletedByOthers) return;
  if (!service) throw new Error(`The Service ${draft.serviceName} is missing at the goal.`);
  const foreign = touched(run);
  const wasOpened = draft.selection.by === 'service' && opened ? withExistingService(draft, opened, 'live') : undefined;
  const type = TYPES[draft.type].makesRoute && opened && wasOpened ? exposedTypeOf(opened) : draft.type;
  const isTypeTheirs = run.isDeletedByOthers && wasOpened !== undefined && draft.type === wasOpened.type;
  if (!foreign.has('type') && !isTypeTheirs && !(run.isDeletedByOthers && TYPES[draft.type].makesRoute)) {
    expect(traitsOf(service).apiType).toBe(TYPES[type].apiType);
    expect(service.spec?.clusterIP === 'None').toBe(TYPES[type].selectsPods && !TYPES[type].hasClusterIp);
  }
  const before = wasOpened ? optionFields(wasOpened.type, wasOpened.options) : {};
  const chosen = Object.entries(optionFields(type, draft.options)).filter(
    ([field, value]) => value !== null && !isSameValue(value, before[field]) && !foreign.has(field),
  );
  for (const [field, value] of run.isDeletedByOthers ? [] : chosen) {
    if (field === 'sessionAffinityConfig' && foreign.has('sessionAffinity')) continue;
    const held = (service.spec as Record<string, unknown>)[field] ?? SPEC_DEFAULTS[field];
    expect([field, held]).toEqual([field, value]);
  }
  const isPortsChosen = !wasOpened || !isSameValue(draft.ports, wasOpened.ports);
  if (isPortsChosen && !foreign.has('ports') && TYPES[type].selectsPods) {
    const plain = (of: ExposeDraft['ports']) => of.map((port) => ({ ...port, nodePort: '' }));
    expect(plain(portDraftsOf(service))).toEqual(plain(draft.ports));
  }
}

/** What the type that the Service has now has no use for, the API server drops or refuses. */
const isOfOtherType = (field: string, service: Service | undefined): boolean => {
  if (!service) return false;
  const { hasClusterIp, hasNodePorts, selectsPods } = traitsOf(service);
  const isMeant: Readonly<Record<string, boolean>> = {
    externalIPs: hasClusterIp,
    loadBalancerIP: traitsOf(service).hasLoadBalancer,
    sessionAffinity: hasClusterIp,
    externalTrafficPolicy: hasNodePorts,
    trafficDistribution: selectsPods,
    ports: selectsPods,
  };
  return isMeant[field] === false;
};

const isOfService = (what: string): boolean => what.startsWith('spec.') || what.startsWith('metadata.');
const ANOTHER = 'another Service of the name';

/** All that others wrote is there as long as they have left its object there. */
export function expectForeignHeld(run: DisturbedRun, before: Snapshot): void {
  const { cluster, foreign } = run;
  const service = cluster.one('Service', SERVICE_NAME);
  const theirs = foreign.filter(({ what }) => what === ANOTHER).at(-1)?.uid;
  const lost = foreign.filter(({ uid, field, what, isHeld }) => {
    if (isHeld(cluster) || run.deletedByOthers.has(uid)) return false;
    // who sets what the run has set is not told apart from it
    if (field && run.setsToo(field)) return false;
    // others have deleted it, or made another in its place
    if (isOfService(what) && ((!service && run.isDeletedByOthers) || (theirs && uid !== theirs))) return false;
    if (what === ANOTHER && uid !== theirs) return false;
    return !(field && isOfOtherType(field, service));
  });
  expect(lost.map(({ what }) => what)).toEqual([]);
  if (before.service && !run.isDeletedByOthers && !run.isTakenBackPartly)
    expect(service?.metadata?.name).toBe(SERVICE_NAME);
}

const isTheirs = ([key]: readonly [string, unknown]): boolean => key === 'colleague';
const own = (map: Labels = {}): Labels => Object.fromEntries(Object.entries(map).filter((entry) => !isTheirs(entry)));

/** Finalizers are not compared: their controllers set them on whatever Service they look after. */
function expectServiceTakenBack(run: DisturbedRun, was: Service): void {
  const foreign = touched(run);
  // a type that others chose brings fields of its own
  if (run.isDeletedByOthers || foreign.has('type')) return;
  const service = run.cluster.one('Service', SERVICE_NAME);
  const changedByOthers = new Set<string>([
    ...foreign,
    ...run.filledIn,
    ...(foreign.has('sessionAffinity') ? ['sessionAffinityConfig'] : []),
    ...(foreign.has('externalIPs') ? ['externalTrafficPolicy'] : []),
  ]);
  const parts = (of: Service | undefined) => ({
    spec: Object.fromEntries(Object.entries(of?.spec ?? {}).filter(([field]) => !changedByOthers.has(field))),
    labels: own(of?.metadata?.labels),
    annotations: own(of?.metadata?.annotations),
    ownerReferences: of?.metadata?.ownerReferences ?? [],
  });
  expect(parts(service)).toEqual(parts(was));
}

/** The Service and the template are what they were, in all that nobody else has changed. */
export function expectTakenBack(run: DisturbedRun, before: Snapshot, made: string): void {
  const { cluster, foreign } = run;
  if (made !== SERVICE_NAME) expect(cluster.one('Service', made)).toBeUndefined();
  if (before.service) expectServiceTakenBack(run, before.service);
  const vm = cluster.one('VirtualMachine', VM_NAME);
  const madeAgain = foreign.filter(({ labels }) => labels).at(-1);
  if (vm) expect(own(templateLabelsOf(vm))).toEqual(madeAgain?.labels ?? before.template);
}
