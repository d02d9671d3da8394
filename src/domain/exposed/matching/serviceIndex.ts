import { madeForNames } from '../../k8s/ownMarks';
import { labelValue, nameOf, type Service } from '../../k8s/objects';
import type { SeenVm } from '../../k8s/seen';
import { isSetByKubeVirt } from '../../labels/labels';
import { addressText } from './sliceParts';
import { allLabelsOf, TOKENS } from './vmIndex';
import type { MatchedService } from './pair';
import { Postings } from './postings';
import { SlipIndex } from './slipIndex';

type Label = readonly [key: string, value: string];

/** A label in one text; no key of a label holds a `=`. */
const labelText = (key: string, value: string): string => `${key}=${value}`;

export const selectorOf = (service: Service): readonly Label[] => Object.entries(service.spec?.selector ?? {});
/** What a Service calls: itself, and what it selects. */
export const namedBy = (service: Service): string[] => [
  nameOf(service),
  ...Object.values(service.spec?.selector ?? {}),
];
/** The uids of what owns a Service. */
export const ownersOf = (service: Service): string[] =>
  (service.metadata?.ownerReferences ?? []).map(({ uid }) => `${uid}`);

/**
 * The labels of a selector of which a VM has one at least, whether it is selected or misses by one: two of several.
 * @param costOf how many VMs have a label
 */
export function anchorsOf(service: Service, costOf: (key: string, value: string) => number): readonly Label[] {
  const selector = selectorOf(service);
  if (selector.length <= 2) return selector;
  return [...selector].sort(([a, one], [b, other]) => costOf(a, one) - costOf(b, other)).slice(0, 2);
}

/** What a Service was added under. */
interface Posted {
  readonly labels: readonly string[];
  readonly names: readonly string[];
  readonly madeFor: readonly string[];
  readonly owners: readonly string[];
  readonly endpoints: ReadonlySet<string>;
  /** its name, by which the subdomain of a VM may call it */
  readonly called: readonly string[];
}
const KINDS = ['labels', 'names', 'madeFor', 'owners', 'endpoints', 'called'] as const;
type Kinds = Readonly<Record<(typeof KINDS)[number], Postings<MatchedService>>>;

/** The Services of a project by all that a VM can have to do with. */
export class ServiceIndex {
  private readonly posted = new Map<MatchedService, Posted>();
  private readonly postings = Object.fromEntries(KINDS.map((kind) => [kind, new Postings()])) as unknown as Kinds;
  /** Services that select by one label alone, which can be mistyped */
  private readonly byOnly = new Postings<MatchedService>();
  private readonly valuesOf = new Map<string, SlipIndex>();
  private readonly keysOf = new Map<string, SlipIndex>();

  /** @param endpoints by what the VMs of its slices are found */
  add(service: MatchedService, anchors: readonly Label[], endpoints: ReadonlySet<string>): void {
    const { service: object } = service;
    const posted: Posted = {
      labels: anchors.map(([key, value]) => labelText(key, value)),
      names: namedBy(object),
      madeFor: madeForNames(object),
      owners: ownersOf(object),
      endpoints,
      called: [nameOf(object)],
    };
    this.posted.set(service, posted);
    for (const kind of KINDS) for (const text of posted[kind]) this.postings[kind].add(text, service);
    const [only] = anchors;
    // nobody types what KubeVirt sets
    if (only && anchors.length === 1 && !isSetByKubeVirt(only[0]) && this.byOnly.add(labelText(...only), service))
      this.noteLabel(...only);
  }

  /** Takes a Service out, as it was added. */
  remove(service: MatchedService): void {
    const posted = this.posted.get(service);
    if (!posted) return;
    this.posted.delete(service);
    for (const kind of KINDS) for (const text of posted[kind]) this.postings[kind].remove(text, service);
    const [only] = posted.labels;
    if (only === undefined || posted.labels.length > 1 || !this.byOnly.remove(only, service)) return;
    const at = only.indexOf('=');
    const [key, value] = [only.slice(0, at), only.slice(at + 1)];
    this.valuesOf.get(key)?.delete(value);
    this.keysOf.get(value)?.delete(key);
  }

  /** Every Service that may have to do with a VM, and some more. */
  near(seen: SeenVm): ReadonlySet<MatchedService> {
    const found = new Set<MatchedService>();
    const add = (service: MatchedService): void => void found.add(service);
    const { labels, names, madeFor, owners, endpoints, called } = this.postings;
    for (const layer of allLabelsOf(seen))
      for (const key of Object.keys(layer)) {
        const value = labelValue(layer, key);
        if (value === undefined) continue;
        labels.each(labelText(key, value), add);
        for (const near of this.valuesOf.get(key)?.slipsOf(value) ?? []) this.byOnly.each(labelText(key, near), add);
        for (const near of this.keysOf.get(value)?.slipsOf(key) ?? []) this.byOnly.each(labelText(near, value), add);
      }
    for (const name of [nameOf(seen.vm), ...TOKENS.otherName(seen)]) names.each(name, add);
    madeFor.each(nameOf(seen.vm), add);
    for (const uid of TOKENS.owner(seen)) owners.each(uid, add);
    for (const uid of TOKENS.pod(seen)) endpoints.each(uid, add);
    for (const address of TOKENS.address(seen)) endpoints.each(addressText(address), add);
    for (const name of TOKENS.subdomain(seen)) called.each(name, add);
    return found;
  }

  private noteLabel(key: string, value: string): void {
    const values = this.valuesOf.get(key) ?? new SlipIndex();
    this.valuesOf.set(key, values);
    values.add(value);
    const keys = this.keysOf.get(value) ?? new SlipIndex();
    this.keysOf.set(value, keys);
    keys.add(key);
  }
}
