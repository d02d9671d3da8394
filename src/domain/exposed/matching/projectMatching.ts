import { concerns } from '../../exposure/concerns';
import { slicesOf } from '../../k8s/endpoints';
import { mirroredSlicesOf } from '../../k8s/mirroredSlices';
import { nameOf, type EndpointSlice, type Service } from '../../k8s/objects';
import { madeForNames } from '../../k8s/ownMarks';
import { isSetByKubeVirt } from '../../labels/labels';
import type { RunningRead } from '../../kubevirt/seenVms';
import type { Change } from './listMemory';
import type { MatchedService, MatchedVm, Pair } from './pair';
import { anchorsOf, namedBy, ownersOf, selectorOf, ServiceIndex } from './serviceIndex';
import { addressIn, changedEndpoints, endpointTexts, isOfEndpointsAlone, SliceParts } from './sliceParts';
import { VmIndex } from './vmIndex';
import { VmParts } from './vmParts';

/** Which lists were read. */
export interface Read extends RunningRead {
  readonly areSlicesRead: boolean;
}

const NO_PAIRS: readonly Pair[] = [];

/**
 * The Services and VMs of one project that have to do with each other. An index proposes, for what has changed alone;
 * `concerns` decides.
 */
export class ProjectMatching {
  readonly services = new Map<string, MatchedService>();
  /** those that are there */
  private readonly vms = new Set<MatchedVm>();
  readonly vmParts: VmParts;
  readonly sliceParts = new SliceParts();
  private readonly vmIndex: VmIndex;
  private readonly serviceIndex = new ServiceIndex();
  private readonly changedServices = new Map<string, Service | undefined>();

  constructor(private readonly read: Read) {
    this.vmParts = new VmParts(read);
    this.vmIndex = new VmIndex(this.vms, (name) => this.vmParts.named(name));
  }

  changeService({ before, after }: Change<Service>): void {
    if (before) this.changedServices.set(nameOf(before), undefined);
    if (after) this.changedServices.set(nameOf(after), after);
  }

  /** Matches what has changed. Gives the Services whose pairs are not what they were, those that are gone included. */
  update(): ReadonlySet<MatchedService> {
    const concerned = new Set<MatchedService>();
    // before the VMs: each is then looked at once
    const keys = [...this.changedServices.values()].flatMap((service) => (service ? selectorOf(service) : []));
    this.vmIndex.expect(keys.map(([key]) => key));
    const vms = this.updateVms(concerned);
    const services = this.updateServices(concerned);
    for (const service of services) this.matchService(service, concerned);
    // a VM that all Services were matched with needs no match of its own
    if (services.size < this.services.size) for (const vm of vms) this.matchVm(vm, services, concerned);
    return concerned;
  }

  private updateVms(concerned: Set<MatchedService>): ReadonlySet<MatchedVm> {
    const changed = new Set<MatchedVm>();
    for (const [entry, seen] of this.vmParts.takeChanged()) {
      const known = entry.matched;
      if (known) this.vmIndex.remove(known);
      if (known && !seen) {
        this.vms.delete(known);
        delete entry.matched;
        for (const pair of known.pairs) drop(pair, concerned);
      } else if (seen) {
        const vm = known ?? { seen, pairs: NO_PAIRS };
        vm.seen = seen;
        for (const pair of vm.pairs) doubt(pair, concerned);
        entry.matched = vm;
        this.vms.add(vm);
        this.vmIndex.add(vm);
        changed.add(vm);
      }
    }
    return changed;
  }

  private updateServices(concerned: Set<MatchedService>): ReadonlySet<MatchedService> {
    const changed = new Set<MatchedService>();
    const sliceChanges = this.sliceParts.takeChanged();
    for (const [name, service] of this.changedServices) {
      const known = this.services.get(name);
      if (known) concerned.add(known);
      if (!service) {
        if (known) this.removeService(name, known, concerned);
      } else {
        const matched: MatchedService = known ?? { service, slices: undefined, pairs: new Map() };
        matched.service = service;
        matched.slices = this.slicesFor(service);
        for (const pair of matched.pairs.values()) doubt(pair, concerned);
        this.services.set(name, matched);
        changed.add(matched);
      }
      // whether it is there, and headless, tells of the DNS names of these VMs
      this.vmIndex.having('subdomain', name, (vm) => {
        for (const pair of vm.pairs) doubt(pair, concerned);
      });
    }
    this.changedServices.clear();
    for (const service of changed) this.index(service);
    for (const [name, changes] of sliceChanges) this.updateSlices(name, changes, changed, concerned);
    return changed;
  }

  private updateSlices(
    name: string,
    changes: readonly Change<EndpointSlice>[],
    changed: ReadonlySet<MatchedService>,
    concerned: Set<MatchedService>,
  ): void {
    const service = this.services.get(name);
    if (!service || changed.has(service)) return;
    concerned.add(service);
    service.slices = this.slicesFor(service.service);
    this.index(service);
    // of a Service without a selector every endpoint is looked at
    if (selectorOf(service.service).length === 0 || !changes.every(isOfEndpointsAlone))
      for (const pair of service.pairs.values()) doubt(pair, concerned);
    for (const text of changes.flatMap((change) => [...changedEndpoints(change)]))
      this.at(text, (vm) => this.match(service, vm, concerned));
  }

  private removeService(name: string, service: MatchedService, concerned: Set<MatchedService>): void {
    this.services.delete(name);
    this.serviceIndex.remove(service);
    for (const pair of service.pairs.values()) drop(pair, concerned);
  }

  private slicesFor(service: Service): readonly EndpointSlice[] | undefined {
    if (!this.read.areSlicesRead) return undefined;
    const all = this.sliceParts.naming(nameOf(service));
    return [...slicesOf(service, all), ...mirroredSlicesOf(service, all)];
  }

  private index(service: MatchedService): void {
    this.serviceIndex.remove(service);
    const anchors = anchorsOf(service.service, (key, value) => this.vmIndex.count(key, value));
    this.serviceIndex.add(service, anchors, endpointTexts(service.slices ?? []));
  }

  /** Calls back with the VMs of an endpoint. */
  private at(text: string, found: (vm: MatchedVm) => void): void {
    const address = addressIn(text);
    if (address === undefined) this.vmIndex.having('pod', text, found);
    else this.vmIndex.having('address', address, found);
  }

  /** Every VM that may have to do with a Service, and some more. */
  private near({ service, slices }: MatchedService): ReadonlySet<MatchedVm> {
    const found = new Set<MatchedVm>();
    const add = (vm: MatchedVm): void => void found.add(vm);
    for (const [key, value] of anchorsOf(service, (...label) => this.vmIndex.count(...label)))
      this.vmIndex.labelled(key, value, add);
    const [only, ...others] = selectorOf(service);
    if (only && others.length === 0 && !isSetByKubeVirt(only[0])) this.vmIndex.nearlyLabelled(...only, add);
    for (const name of namedBy(service)) this.vmIndex.called(name, add);
    for (const name of madeForNames(service)) this.vmIndex.called(name, add);
    for (const uid of ownersOf(service)) this.vmIndex.having('owner', uid, add);
    this.vmIndex.having('subdomain', nameOf(service), add);
    for (const text of endpointTexts(slices ?? [])) this.at(text, add);
    return found;
  }

  private matchService(service: MatchedService, concerned: Set<MatchedService>): void {
    const near = this.near(service);
    for (const pair of service.pairs.values()) if (!near.has(pair.vm)) drop(pair, concerned);
    for (const vm of near) this.match(service, vm, concerned);
  }

  private matchVm(vm: MatchedVm, done: ReadonlySet<MatchedService>, concerned: Set<MatchedService>): void {
    const near = this.serviceIndex.near(vm.seen);
    for (const pair of vm.pairs) if (!near.has(pair.service)) drop(pair, concerned);
    for (const service of near) if (!done.has(service)) this.match(service, vm, concerned);
  }

  /** Makes a pair of a Service and a VM where they have to do with each other; what is known of it is in doubt. */
  private match(service: MatchedService, vm: MatchedVm, concerned: Set<MatchedService>): void {
    const known = service.pairs.get(vm);
    if (!concerns(service.service, vm.seen, service.slices)) {
      if (known) drop(known, concerned);
      return;
    }
    if (known) return doubt(known, concerned);
    const pair: Pair = { vm, service, isJudged: false };
    service.pairs.set(vm, pair);
    vm.pairs = [...vm.pairs, pair];
    concerned.add(service);
  }
}

/** A pair that has to be judged again. */
export function doubt(pair: Pair, concerned: Set<MatchedService>): void {
  pair.isJudged = false;
  concerned.add(pair.service);
}

/** A pair that is none any more. */
function drop(pair: Pair, concerned: Set<MatchedService>): void {
  pair.service.pairs.delete(pair.vm);
  pair.vm.pairs = pair.vm.pairs.filter((other) => other !== pair);
  concerned.add(pair.service);
}
