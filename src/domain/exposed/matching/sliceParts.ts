import { SLICE_SERVICE_KEY } from '../../k8s/labelKeys';
import { MIRRORED_SERVICE_KEY } from '../../k8s/mirroredSlices';
import { labelsOf, labelValue, nameOf, type Endpoint, type EndpointSlice } from '../../k8s/objects';
import { isSameValue } from '../../k8s/sameValue';
import type { Change } from './listMemory';

/** By what an endpoint that names no pod is found; one that does is found by the pod's uid. */
export const addressText = (address: string): string => `@${address}`;
/** The address in such a text; undefined for the uid of a pod. */
export const addressIn = (text: string): string | undefined => (text.startsWith('@') ? text.slice(1) : undefined);

/** By what the VM of an endpoint is found: its pod, else (hand-made slices) its addresses. */
const textsOf = ({ targetRef, addresses }: Endpoint): string[] =>
  targetRef?.uid ? [targetRef.uid] : addresses.map(addressText);
const endpointsOf = (slice: EndpointSlice | undefined): readonly Endpoint[] => slice?.endpoints ?? [];

/** By what all VMs that slices hold are found. */
export function endpointTexts(slices: readonly (EndpointSlice | undefined)[]): Set<string> {
  const found = new Set<string>();
  for (const slice of slices)
    for (const endpoint of endpointsOf(slice)) for (const text of textsOf(endpoint)) found.add(text);
  return found;
}

/** Endpoints by what their VM is found by. */
function endpointsByText(slice: EndpointSlice): Map<string, Endpoint[]> {
  const found = new Map<string, Endpoint[]>();
  for (const endpoint of endpointsOf(slice))
    for (const text of textsOf(endpoint)) found.set(text, [...(found.get(text) ?? []), endpoint]);
  return found;
}

/** By what the VMs are found whose endpoints differ between two states of a slice. */
export function changedEndpoints({ before, after }: Change<EndpointSlice>): Set<string> {
  if (!before || !after) return endpointTexts([before, after]);
  const [old, fresh] = [endpointsByText(before), endpointsByText(after)];
  return new Set([...old.keys(), ...fresh.keys()].filter((text) => !isSameValue(old.get(text), fresh.get(text))));
}

/** True when two states of a slice differ in their endpoints alone. */
export const isOfEndpointsAlone = ({ before, after }: Change<EndpointSlice>): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.addressType === after.addressType &&
  isSameValue(labelsOf(before), labelsOf(after)) &&
  isSameValue(before.ports, after.ports);

/** The names of the Services that a slice names. */
const servicesOf = (slice: EndpointSlice | undefined): string[] =>
  [SLICE_SERVICE_KEY, MIRRORED_SERVICE_KEY].flatMap((key) => labelValue(labelsOf(slice), key) ?? []);

/** The EndpointSlices of a project by the Service that they name, and what has changed of them. */
export class SliceParts {
  private readonly byService = new Map<string, readonly EndpointSlice[]>();
  private changed = new Map<string, Change<EndpointSlice>[]>();

  change(change: Change<EndpointSlice>): void {
    const { before, after } = change;
    const [from, to] = [servicesOf(before), servicesOf(after)];
    for (const service of new Set([...from, ...to])) {
      this.put(service, before, to.includes(service) ? after : undefined);
      const known = this.changed.get(service);
      if (known) known.push(change);
      else this.changed.set(service, [change]);
    }
  }

  /** What has changed since it was last asked for, by the name of the Service. */
  takeChanged(): ReadonlyMap<string, readonly Change<EndpointSlice>[]> {
    const { changed } = this;
    this.changed = new Map();
    return changed;
  }

  /** All slices that name a Service. */
  naming(service: string): readonly EndpointSlice[] {
    return this.byService.get(service) ?? [];
  }

  private put(service: string, before: EndpointSlice | undefined, after: EndpointSlice | undefined): void {
    const known = this.byService.get(service) ?? [];
    const fresh = after ? [after] : [];
    // another one of the same name has taken the place of what was before
    const index = known.findIndex((slice) => nameOf(slice) === nameOf(before ?? after ?? {}));
    // never the same list: slices are indexed by the list that they are in
    const slices = index < 0 ? [...known, ...fresh] : [...known.slice(0, index), ...fresh, ...known.slice(index + 1)];
    if (slices.length > 0) this.byService.set(service, slices);
    else this.byService.delete(service);
  }
}
