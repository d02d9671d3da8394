/** Times how Services are matched with VMs: by the index, by the plain nested loop, and after one event. */
import { exposedVms } from '../../src/domain/exposed/exposedVms';
import type { ExposedLists } from '../../src/domain/exposed/exposedList';
import {
  labelsOf,
  labelValue,
  templateLabelsOf,
  uidOf,
  type K8sObject,
  type Labels,
} from '../../src/domain/k8s/objects';
import { matchedByIndex, median, pairsOf, pairsOfNestedLoop, timed } from '../objects/matchedLists';
import { scaleLists } from '../objects/scaleLists';

const SERVICES = 2000;
const PODS = 10_000;
const BUILDS = 9;
const EVENTS = 60;
/** How many comparisons the nested loop makes at most; of a larger one only a share is timed. */
const MAX_COMPARISONS = 200_000;

const rounded = (ms: number): number => Number(ms.toFixed(2));

/**
 * What no index can do without: it looks at each label in each of its places once, and puts each object into a Map by
 * its uid.
 */
function readOnce({ vms, vmis = [], pods = [], services }: ExposedLists): number {
  const byUid = new Map<string | undefined, K8sObject>();
  let letters = 0;
  const read = (labels: Labels): void => {
    for (const key of Object.keys(labels)) letters += key.length + (labelValue(labels, key)?.length ?? 0);
  };
  for (const list of [vms, vmis, pods, services])
    for (const object of list) {
      byUid.set(uidOf(object), object);
      read(labelsOf(object));
    }
  for (const vm of vms) read(templateLabelsOf(vm));
  return byUid.size + letters;
}

/** One VM of the lists has another state; the others are the same objects in another array. */
function withOneChanged(lists: ExposedLists, round: number): ExposedLists {
  const at = (round * 7919) % lists.vms.length;
  return {
    ...lists,
    vms: lists.vms.map((vm, index) =>
      index === at ? { ...vm, metadata: { ...vm.metadata, resourceVersion: `event-${round}` } } : vm,
    ),
  };
}

/**
 * Prints one line of JSON for a number of VMs. The figures are the middle of several runs, which begin after the first
 * one: that compiles.
 */
export function bench(vms: number): void {
  const lists = scaleLists({ vms, services: SERVICES, pods: PODS });
  const matching = matchedByIndex(lists);
  const pairs = pairsOf(matching);
  // only the times are kept: what each build gives can go before the next one
  const builds = Array.from({ length: BUILDS }, () => timed(() => void matchedByIndex(lists)).ms);
  const reads = Array.from({ length: BUILDS }, () => timed(() => readOnce(lists)).ms);
  const share = Math.min(1, MAX_COMPARISONS / (vms * SERVICES));
  const nth = Math.round(1 / share);
  const nested = timed(() => pairsOfNestedLoop(lists, nth));
  const matchEvents = Array.from({ length: EVENTS }, (_, round) => {
    const before = lists.vms[(round * 7919) % vms];
    return timed(() => {
      if (before) matching.vmParts.changeVm({ before, after: { ...before } });
      matching.update();
    }).ms;
  });
  const list = exposedVms();
  const whole = timed(() => list(lists));
  const events = Array.from({ length: EVENTS }, (_, round) => withOneChanged(lists, round)).map(
    (changed) => timed(() => list(changed)).ms,
  );
  const index = median(builds);
  const nestedMs = nested.ms * nth;
  console.log(
    JSON.stringify({
      vms,
      services: SERVICES,
      pods: Math.max(PODS, vms),
      pairs,
      indexMs: rounded(index),
      readOnceMs: rounded(median(reads)),
      matchEventMs: rounded(median(matchEvents.slice(10))),
      nestedMs: rounded(nestedMs),
      nestedShareTimed: rounded(1 / nth),
      ratio: Math.round(nestedMs / index),
      listWithVerdictsMs: rounded(whole.ms),
      listEventMs: rounded(median(events.slice(10))),
    }),
  );
}
