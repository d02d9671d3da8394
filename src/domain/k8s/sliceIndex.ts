import { labelsOf, nameOf, type EndpointSlice, type Service } from './objects';

type Index = ReadonlyMap<string, EndpointSlice[]>;

/** Each list of slices by label key and Service, worked out once: many rules ask the same list, of many Services. */
const indexes = new WeakMap<readonly EndpointSlice[], Map<string, Index>>();

const keyOf = (namespace: string | undefined, service: string | undefined): string =>
  `${namespace ?? ''}/${service ?? ''}`;

function indexOf(slices: readonly EndpointSlice[], labelKey: string): Index {
  const ofList = indexes.get(slices) ?? new Map<string, Index>();
  indexes.set(slices, ofList);
  const known = ofList.get(labelKey);
  if (known) return known;
  const index = new Map<string, EndpointSlice[]>();
  for (const slice of slices) {
    const key = keyOf(slice.metadata?.namespace, labelsOf(slice)[labelKey]);
    const found = index.get(key);
    if (found) found.push(slice);
    else index.set(key, [slice]);
  }
  ofList.set(labelKey, index);
  return index;
}

/** The slices of the Service's namespace that name the Service in the label of that key. */
export const slicesNaming = (
  service: Service,
  slices: readonly EndpointSlice[],
  labelKey: string,
): readonly EndpointSlice[] => indexOf(slices, labelKey).get(keyOf(service.metadata?.namespace, nameOf(service))) ?? [];
