import {
  namespaceOf,
  type EndpointSlice,
  type K8sObject,
  type NetworkPolicy,
  type Pod,
  type Route,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../k8s/objects';
import type { ExposedList, ExposedLists, ExposedRow } from './exposedList';
import { ExposedProject, type AllRead } from './exposedProject';
import { ListMemory, type Change } from './matching/listMemory';

export type { ExposedList, ExposedLists, ExposedRow } from './exposedList';

/** Which of the lists were read. */
const readOf = ({ endpointSlices, vmis, pods, networkPolicies, routes }: ExposedLists): AllRead => ({
  areSlicesRead: endpointSlices !== undefined,
  areInstancesRead: vmis !== undefined,
  arePodsRead: pods !== undefined,
  arePoliciesRead: networkPolicies !== undefined,
  areRoutesRead: routes !== undefined,
});

/** What is known of lists of which the same ones were read every time. */
class KnownLists {
  private readonly projects = new Map<string, ExposedProject>();
  private readonly services = new ListMemory<Service>();
  private readonly vms = new ListMemory<VirtualMachine>();
  private readonly slices = new ListMemory<EndpointSlice>();
  private readonly vmis = new ListMemory<VirtualMachineInstance>();
  private readonly pods = new ListMemory<Pod>();
  private readonly policies = new ListMemory<NetworkPolicy>();
  private readonly routes = new ListMemory<Route>();
  private list: ExposedList = { rows: [], notExposed: [] };
  private lastNotExposed: ExposedList['notExposed'] = [];

  constructor(private readonly read: AllRead) {}

  update(lists: ExposedLists): ExposedList {
    const before = [this.services.objects, this.vms.objects];
    this.take(this.vms, lists.vms, (project, change) => project.matching.vmParts.changeVm(change));
    this.take(this.vmis, lists.vmis, (project, change) => project.matching.vmParts.changeVmi(change));
    this.take(this.pods, lists.pods, (project, change) => project.matching.vmParts.changePod(change));
    this.take(this.slices, lists.endpointSlices, (project, change) => project.matching.sliceParts.change(change));
    this.take(this.services, lists.services, (project, change) => project.matching.changeService(change));
    for (const [project, routes, changes] of this.takeWhole(this.routes, lists.routes))
      project.takeRoutes(routes, changes);
    for (const [project, policies] of this.takeWhole(this.policies, lists.networkPolicies))
      project.takePolicies(policies);
    let isChanged = this.services.objects !== before[0] || this.vms.objects !== before[1];
    for (const project of this.projects.values()) isChanged = project.update(lists.now) || isChanged;
    if (isChanged) this.list = this.listWith(this.rows());
    return this.list;
  }

  private rows(): ExposedList['rows'] {
    const found: ExposedRow[] = [];
    this.inProjects(this.services.objects, (project, service) => {
      const row = project.rowNamed(service);
      if (row) found.push(row);
    });
    return found;
  }

  /** Which VMs are not exposed is found when it is asked for: few look at them, and there can be 10,000. */
  private listWith(rows: ExposedList['rows']): ExposedList {
    let found: ExposedList['notExposed'] | undefined;
    const find = () => (found ??= this.notExposed());
    return {
      rows,
      get notExposed() {
        return find();
      },
    };
  }

  private notExposed(): ExposedList['notExposed'] {
    const found: VirtualMachine[] = [];
    this.inProjects(this.vms.objects, (project, vm) => {
      if (!project.isExposed(vm)) found.push(vm);
    });
    const before = this.lastNotExposed;
    const isSame = found.length === before.length && found.every((vm, index) => vm === before[index]);
    if (!isSame) this.lastNotExposed = found;
    return this.lastNotExposed;
  }

  /** Calls back with each object and its project; those of one project mostly come one after the other. */
  private inProjects<T extends K8sObject>(objects: readonly T[], look: (project: ExposedProject, object: T) => void) {
    let namespace: string | undefined;
    let project: ExposedProject | undefined;
    for (const object of objects) {
      const own = namespaceOf(object);
      if (own !== namespace || !project) project = this.projectOf(own);
      namespace = own;
      look(project, object);
    }
  }

  private take<T extends K8sObject>(
    memory: ListMemory<T>,
    list: readonly T[] = [],
    apply: (project: ExposedProject, change: Change<T>) => void,
  ): void {
    for (const change of memory.changesTo(list))
      apply(this.projectOf(namespaceOf(change.after ?? change.before ?? {})), change);
  }

  /** Of each project in which something of a list has changed: all that it has, and what has changed. */
  private takeWhole<T extends K8sObject>(
    memory: ListMemory<T>,
    list: readonly T[] = [],
  ): (readonly [ExposedProject, readonly T[], readonly Change<T>[]])[] {
    const changes = new Map<string, Change<T>[]>();
    for (const change of memory.changesTo(list)) {
      const namespace = namespaceOf(change.after ?? change.before ?? {});
      const known = changes.get(namespace);
      if (known) known.push(change);
      else changes.set(namespace, [change]);
    }
    return [...changes].map(([namespace, own]) => [
      this.projectOf(namespace),
      memory.objects.filter((object) => namespaceOf(object) === namespace),
      own,
    ]);
  }

  private projectOf(namespace: string): ExposedProject {
    const known = this.projects.get(namespace);
    if (known) return known;
    const project = new ExposedProject(this.read);
    this.projects.set(namespace, project);
    return project;
  }
}

/**
 * The list of exposed VMs with a memory: a row that has not changed stays the same object, and only what has changed is
 * looked at.
 */
export function exposedVms(): (lists: ExposedLists) => ExposedList {
  let state = '';
  let known: KnownLists | undefined;
  return (lists) => {
    const read = readOf(lists);
    if (!known || state !== JSON.stringify(read)) known = new KnownLists(read);
    state = JSON.stringify(read);
    return known.update(lists);
  };
}
