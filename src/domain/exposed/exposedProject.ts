import type { Diagnosis } from '../diagnosis/diagnose';
import { settledAt } from '../diagnosis/patience';
import { exposureOf, reachedFirst } from '../exposure/exposure';
import { routeBackends } from '../k8s/entrances';
import { nameOf, type NetworkPolicy, type Route, type Service, type VirtualMachine } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import type { ExposedRow, ExposedVm } from './exposedList';
import { exposedRow } from './exposedRow';
import type { Change } from './matching/listMemory';
import type { MatchedService, Pair } from './matching/pair';
import { doubt, ProjectMatching, type Read } from './matching/projectMatching';

/** Which lists were read. */
export interface AllRead extends Read {
  readonly arePoliciesRead: boolean;
  readonly areRoutesRead: boolean;
}

/** Those that the Service reaches first, then by name. */
const inOrder = (a: ExposedVm, b: ExposedVm): number =>
  reachedFirst(
    { verdict: a.exposure.verdict, name: nameOf(a.seen.vm) },
    { verdict: b.exposure.verdict, name: nameOf(b.seen.vm) },
  );
const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
/** The names of all that a Route sends traffic to. */
const backendNames = (route: Route | undefined): ReadonlySet<string> =>
  new Set(route ? routeBackends(route).map(({ name }) => name) : []);
/** True when the same is said. */
const isSameDiagnosis = (a: Diagnosis, b: Diagnosis): boolean =>
  a.verdict === b.verdict && isSameValue([a.findings, a.notChecked, a.lacks], [b.findings, b.notChecked, b.lacks]);

/** The rows of one project, made again only where something has changed that they rest on. */
export class ExposedProject {
  readonly matching: ProjectMatching;
  private readonly rows = new Map<MatchedService, ExposedRow>();
  private policies: readonly NetworkPolicy[] = [];
  private readonly routes = new Map<string, readonly Route[]>();
  private readonly doubted = new Set<MatchedService>();
  /** pairs of which something more will be said, or less, as time passes */
  private readonly unsettled = new Set<Pair>();
  private judgedAt: number | undefined;

  constructor(private readonly read: AllRead) {
    this.matching = new ProjectMatching(read);
  }

  /** Takes the policies of the project, which concern every pod. */
  takePolicies(policies: readonly NetworkPolicy[]): void {
    this.policies = policies;
    for (const service of this.matching.services.values()) this.doubtAll(service);
  }

  /**
   * Takes the Routes of the project.
   * @param changes what of them has changed, which concerns the Services that they name
   */
  takeRoutes(routes: readonly Route[], changes: readonly Change<Route>[]): void {
    this.routes.clear();
    for (const route of routes)
      for (const name of backendNames(route)) this.routes.set(name, [...(this.routes.get(name) ?? []), route]);
    for (const name of changes.flatMap(({ before, after }) => [...backendNames(before), ...backendNames(after)])) {
      const service = this.matching.services.get(name);
      if (service) this.doubtAll(service);
    }
  }

  /** Judges what has changed, or can have changed by now. True when a row has become another one. */
  update(now: number | undefined): boolean {
    if (now !== this.judgedAt) for (const pair of this.unsettled) doubt(pair, this.doubted);
    this.judgedAt = now;
    const concerned = new Set([...this.matching.update(), ...this.doubted]);
    this.doubted.clear();
    let isChanged = false;
    for (const service of concerned) {
      const before = this.rows.get(service);
      const after = this.rowOf(service, before);
      if (after) this.rows.set(service, after);
      else this.rows.delete(service);
      isChanged ||= before !== after;
    }
    return isChanged;
  }

  /** The row of a Service; undefined when it has to do with no VM. */
  rowNamed(service: Service): ExposedRow | undefined {
    const matched = this.matching.services.get(nameOf(service));
    return matched && this.rows.get(matched);
  }

  /** True when a Service has to do with a VM. */
  isExposed(vm: VirtualMachine): boolean {
    return (this.matching.vmParts.named(nameOf(vm))?.pairs.length ?? 0) > 0;
  }

  private doubtAll(service: MatchedService): void {
    for (const pair of service.pairs.values()) doubt(pair, this.doubted);
  }

  private rowOf(matched: MatchedService, before: ExposedRow | undefined): ExposedRow | undefined {
    const { service } = matched;
    for (const pair of matched.pairs.values()) if (!pair.isJudged) this.judge(pair);
    const vms = [...matched.pairs.values()].flatMap(({ exposed }) => exposed ?? []).sort(inOrder);
    if (vms.length === 0) return undefined;
    if (before?.service === service && isSameList(before.vms, vms)) return before;
    return exposedRow(service, vms);
  }

  private judge(pair: Pair): void {
    const { service, slices } = pair.service;
    const { seen } = pair.vm;
    const { subdomain } = seen.vm.spec.template?.spec ?? {};
    // of the other Services only the one that the VM's subdomain names has to do with it
    const named = subdomain ? this.matching.services.get(subdomain)?.service : undefined;
    const routes = this.read.areRoutesRead ? (this.routes.get(nameOf(service)) ?? []) : undefined;
    const exposure = exposureOf(seen, service, slices, {
      services: named ? [named] : [],
      networkPolicies: this.read.arePoliciesRead ? this.policies : undefined,
      routes,
      now: this.judgedAt,
    });
    pair.isJudged = true;
    const { exposed } = pair;
    if (!exposure) delete pair.exposed;
    else if (
      exposed?.seen !== seen ||
      exposed.exposure.service !== service ||
      !isSameDiagnosis(exposed.exposure, exposure)
    )
      pair.exposed = { seen, exposure };
    if (this.judgedAt !== undefined && settledAt({ service, vm: seen, routes }) <= this.judgedAt)
      this.unsettled.delete(pair);
    else this.unsettled.add(pair);
  }
}
