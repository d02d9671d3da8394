import { addressesOf } from '../../k8s/endpoints';
import { VMI_ID_KEY } from '../../k8s/labelKeys';
import { labelsOf, labelValue, nameOf, uidOf, type Labels } from '../../k8s/objects';
import { livePod, livePods, type SeenVm } from '../../k8s/seen';
import { labelLayers } from '../../labels/labelLayers';
import { serviceNameFor, serviceNameProblem } from '../../service/serviceName';
import type { MatchedVm } from './pair';
import { Postings } from './postings';
import { SlipIndex } from './slipIndex';

const NONE_TAKEN: ReadonlySet<string> = new Set();

/** The labels of a VM in all the places where they stand. */
export function allLabelsOf(seen: SeenVm): readonly Labels[] {
  const { template, vmi, pods } = labelLayers(seen);
  return vmi ? [...pods, vmi, template, labelsOf(seen.vm)] : [...pods, template, labelsOf(seen.vm)];
}

/** What a Service can call a VM beside its name: the name that a Service of it would get, and the id of its pod. */
function otherNamesOf(seen: SeenVm): string[] {
  const name = nameOf(seen.vm);
  const id = labelValue(labelsOf(livePod(seen)), VMI_ID_KEY);
  const names = serviceNameProblem(name, NONE_TAKEN) ? [serviceNameFor(name, NONE_TAKEN)] : [];
  return id === undefined || id === name ? names : [...names, id];
}

/** By what beside labels a VM can be found. */
export const TOKENS = {
  otherName: otherNamesOf,
  subdomain: ({ vm }: SeenVm): string[] => {
    const subdomain = vm.spec.template?.spec?.subdomain;
    return subdomain ? [subdomain] : [];
  },
  owner: ({ vm, vmi }: SeenVm): string[] => [`${uidOf(vm)}`, `${uidOf(vmi)}`],
  pod: (seen: SeenVm): string[] => livePods(seen).flatMap((pod) => uidOf(pod) ?? []),
  address: (seen: SeenVm): string[] => [...addressesOf(seen)],
} as const satisfies Record<string, (seen: SeenVm) => string[]>;
type Facet = keyof typeof TOKENS;
/** What every Service asks for, and most slices; the others are indexed when they are asked for. */
const ALWAYS: readonly Facet[] = ['otherName', 'subdomain', 'pod'];

/** What is known of a key of labels. */
interface KnownKey {
  /** VMs by the value; only for keys that selectors ask for */
  postings?: Postings<MatchedVm>;
  /** the values, to find those that are mistyped; only where that has been asked for */
  values?: SlipIndex;
}

/** The VMs of a project by all that a Service can have to do with; only what is asked for is indexed. */
export class VmIndex {
  private readonly facets = new Map<Facet, Postings<MatchedVm>>(ALWAYS.map((facet) => [facet, new Postings()]));
  /** all keys that labels or selectors have had */
  private readonly keys = new Map<string, KnownKey>();
  /** those of labels */
  private readonly nearKeys = new SlipIndex();

  /**
   * @param vms those that were added
   * @param named the one of a name
   */
  constructor(
    private readonly vms: ReadonlySet<MatchedVm>,
    private readonly named: (name: string) => MatchedVm | undefined,
  ) {}

  /** Takes a VM in, whose name it is then known by. */
  add(vm: MatchedVm): void {
    for (const [facet, postings] of this.facets) for (const text of TOKENS[facet](vm.seen)) postings.add(text, vm);
    this.eachLabel(vm, ({ postings, values }, value) => postings?.add(value, vm) && values?.add(value));
  }

  /** Takes a VM out; it is still as it was added. */
  remove(vm: MatchedVm): void {
    for (const [facet, postings] of this.facets) for (const text of TOKENS[facet](vm.seen)) postings.remove(text, vm);
    this.eachLabel(vm, ({ postings, values }, value) => postings?.remove(value, vm) && values?.delete(value));
  }

  /** Calls back with the VMs that have a name, of the VM itself or of what is made of it. */
  called(name: string, found: (vm: MatchedVm) => void): void {
    const vm = this.named(name);
    if (vm) found(vm);
    this.having('otherName', name, found);
  }

  /** Calls back with the VMs that have a text, such as an address. */
  having(facet: Facet, text: string, found: (vm: MatchedVm) => void): void {
    const known = this.facets.get(facet);
    const postings = known ?? new Postings<MatchedVm>();
    if (!known) {
      for (const vm of this.vms) for (const own of TOKENS[facet](vm.seen)) postings.add(own, vm);
      this.facets.set(facet, postings);
    }
    postings.each(text, found);
  }

  /** Says which keys of labels will be asked for: all at the same time costs no more than one alone. */
  expect(keys: readonly string[]): void {
    const fresh = new Map<string, Postings<MatchedVm>>();
    for (const key of keys) {
      if (fresh.has(key) || this.keys.get(key)?.postings) continue;
      const postings = new Postings<MatchedVm>();
      fresh.set(key, postings);
      this.keyOf(key).postings = postings;
    }
    if (fresh.size === 0) return;
    for (const vm of this.vms)
      for (const labels of allLabelsOf(vm.seen))
        for (const key of Object.keys(labels)) {
          const value = labelValue(labels, key);
          if (value !== undefined) fresh.get(key)?.add(value, vm);
        }
  }

  /** Calls back with the VMs that carry a label in one of its places. */
  labelled(key: string, value: string, found: (vm: MatchedVm) => void): void {
    this.postingsOf(key).each(value, found);
  }

  /** How many VMs carry a label. */
  count(key: string, value: string): number {
    return this.postingsOf(key).count(value);
  }

  /** Calls back with the VMs of a label that is that one but for a slip of the pen in its value or in its key. */
  nearlyLabelled(key: string, value: string, found: (vm: MatchedVm) => void): void {
    for (const near of this.valuesOf(key).slipsOf(value)) this.labelled(key, near, found);
    for (const near of this.nearKeys.slipsOf(key)) this.labelled(near, value, found);
  }

  /** Calls back with the labels of a VM whose keys are asked for, each once however many places have it. */
  private eachLabel({ seen }: MatchedVm, found: (known: KnownKey, value: string) => void): void {
    const places = allLabelsOf(seen);
    for (const [at, labels] of places.entries())
      for (const [key, value] of Object.entries(labels)) {
        const known = this.keyOf(key);
        if (known.postings && places.findIndex((other) => other[key] === value) === at) found(known, value);
      }
  }

  private postingsOf(key: string): Postings<MatchedVm> {
    this.expect([key]);
    return this.keyOf(key).postings ?? new Postings();
  }

  private valuesOf(key: string): SlipIndex {
    const postings = this.postingsOf(key);
    const known = this.keyOf(key);
    if (known.values) return known.values;
    const values = new SlipIndex();
    for (const value of postings.texts()) values.add(value);
    known.values = values;
    return values;
  }

  private keyOf(key: string): KnownKey {
    const known = this.keys.get(key);
    if (known) return known;
    const fresh: KnownKey = {};
    this.keys.set(key, fresh);
    this.nearKeys.add(key);
    return fresh;
  }
}
