import { labelValue, type LabelChange, type Labels } from '../k8s/objects';
import type { PatchOperation } from '../k8s/jsonPatch';

/** Escapes one segment of a JSON pointer (RFC 6901). */
const pointer = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where labels are in an object: the pointer of the `metadata` that holds them, and what is there now. */
export interface LabelPlace {
  /** pointer of the metadata, such as `/metadata` or `/spec/template/metadata` */
  readonly metadataPath: string;
  /** false when the metadata itself is missing and has to be made first */
  readonly hasMetadata: boolean;
  /** the labels there now; undefined when the map is missing */
  readonly labels: Labels | undefined;
}

/**
 * The JSON patch that sets (a string) or removes (null) labels, guarded: it first tests the object's uid, then the value
 * that each key had when it was looked at. A missing map is tested as null and made whole, because `add` below a missing
 * map is refused with 422 (seen on kube-apiserver 1.34 with KubeVirt 1.8.4).
 * @returns [] when everything is as wanted already
 */
export function labelPatch(uid: string, place: LabelPlace, wanted: LabelChange): PatchOperation[] {
  const { metadataPath, hasMetadata, labels } = place;
  const changes = Object.entries(wanted).filter(([key, value]) => (labelValue(labels, key) ?? null) !== value);
  if (changes.length === 0) return [];
  const guard: PatchOperation = { op: 'test', path: '/metadata/uid', value: uid };
  const added = Object.fromEntries(changes.filter(([, value]) => value !== null));
  if (!hasMetadata) {
    return [
      guard,
      { op: 'test', path: metadataPath, value: null },
      { op: 'add', path: metadataPath, value: { labels: added } },
    ];
  }
  const labelsPath = `${metadataPath}/labels`;
  if (!labels) {
    return [guard, { op: 'test', path: labelsPath, value: null }, { op: 'add', path: labelsPath, value: added }];
  }
  return [
    guard,
    ...changes.flatMap(([key, value]): PatchOperation[] => {
      const path = `${labelsPath}/${pointer(key)}`;
      const test: PatchOperation = { op: 'test', path, value: labelValue(labels, key) ?? null };
      return [test, value === null ? { op: 'remove', path } : { op: 'add', path, value }];
    }),
  ];
}
