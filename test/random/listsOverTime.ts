/** Lists as the console gives them: another array for every change, with the same objects for what is as it was. */
import type { ExposedLists } from '../../src/domain/exposed/exposedList';
import { namespaceOf, nameOf, uidOf, type K8sObject } from '../../src/domain/k8s/objects';
import { BEGIN, type ListEvent, type ListName } from './anyExposedLists';

const LISTS = ['vms', 'vmis', 'pods', 'services', 'endpointSlices', 'networkPolicies', 'routes'] as const;
const REQUIRED: readonly ListName[] = ['vms', 'services'];

export class ListsOverTime {
  private readonly objects = Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as Record<
    ListName,
    readonly K8sObject[]
  >;
  private readonly unread = new Set<ListName>();
  private version = 0;
  private now = BEGIN;

  happen(event: ListEvent): void {
    if (event.what === 'time') this.now += event.seconds * 1000;
    else if (event.what === 'made') for (const { list, object } of event.made) this.put(list, object);
    else if (event.what === 'again') this.objects[event.list] = structuredClone(this.objects[event.list]);
    else if (event.what === 'unread') this.toggle(event.list);
    else {
      const known = this.objects[event.list];
      this.objects[event.list] = known.filter((_, index) => index !== event.at % known.length);
    }
  }

  lists(): ExposedLists {
    return {
      ...(Object.fromEntries(
        LISTS.filter((list) => !this.unread.has(list)).map((list) => [list, this.objects[list]]),
      ) as Pick<ExposedLists, ListName>),
      now: this.now,
    };
  }

  private toggle(list: ListName): void {
    if (REQUIRED.includes(list)) return;
    if (!this.unread.delete(list)) this.unread.add(list);
  }

  private put(list: ListName, object: K8sObject): void {
    this.version += 1;
    const fresh = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.version) } };
    const known = this.objects[list];
    const index = known.findIndex(
      (other) => nameOf(other) === nameOf(object) && namespaceOf(other) === namespaceOf(object),
    );
    const before = known[index];
    // one of another uid is another object, which came after the first had gone
    this.objects[list] =
      before && uidOf(before) === uidOf(object)
        ? known.map((other) => (other === before ? fresh : other))
        : [...known.filter((other) => other !== before), fresh];
  }
}
