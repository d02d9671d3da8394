import { pointerTo, type Path, type PatchOperation } from '../k8s/jsonPatch';
import type { Changed, ChangedLabels, ObjectChange, TemplateField } from './objectChange';
import type { PatchStep } from './step';

/** What a JSON patch tests before it changes anything. */
export interface PatchGuard {
  readonly of: 'object' | 'value';
  readonly path: Path;
  readonly value: unknown;
}

interface ChangedPath extends Changed {
  readonly path: Path;
}

const UID: Path = ['metadata', 'uid'];
/** A VM's template; its spec is what KubeVirt compares with what runs. */
const TEMPLATE: Path = ['spec', 'template'];

/** The way from a template's spec to one of its fields. */
export const pathInTemplate = (field: TemplateField): Path =>
  'interface' in field ? ['domain', 'devices', 'interfaces', String(field.index), field.name] : [field.name];

/** The way from a VM to a field of its template's spec. */
export const pathInVm = (field: TemplateField): Path => [...TEMPLATE, 'spec', ...pathInTemplate(field)];

/**
 * A map of labels that is missing is made whole: `add` below it is refused with 422 (seen on kube-apiserver 1.34 with
 * KubeVirt 1.8.4).
 */
function pathsOfLabels({ layer, labels, missing }: ChangedLabels): ChangedPath[] {
  const metadata = layer === 'template' ? [...TEMPLATE, 'metadata'] : ['metadata'];
  const added = Object.fromEntries(labels.map(({ key, after }) => [key, after]));
  if (missing === 'metadata') return [{ path: metadata, before: null, after: { labels: added } }];
  if (missing === 'map') return [{ path: [...metadata, 'labels'], before: null, after: added }];
  return labels.map(({ key, before, after }) => ({ path: [...metadata, 'labels', key], before, after }));
}

function pathsOf(change: ObjectChange): ChangedPath[] {
  switch (change.of) {
    case 'labels':
      return change.labels.length === 0 ? [] : pathsOfLabels(change);
    case 'service':
      return change.fields.map(({ name, before, after }) => ({ path: ['spec', name], before, after }));
    case 'owners':
      return [{ path: ['metadata', 'ownerReferences'], before: change.before, after: change.after }];
    case 'route':
      // a Route that names no port has no `port` that one could be added below
      return change.before === null
        ? [{ path: ['spec', 'port'], before: null, after: { targetPort: change.after } }]
        : [{ path: ['spec', 'port', 'targetPort'], before: change.before, after: change.after }];
    case 'template':
      return change.fields.map(({ field, before, after }) => ({ path: pathInVm(field), before, after }));
  }
}

/** An interface is found by its place in the list, so that place is tested to be still its. */
const interfaceGuards = (change: ObjectChange): PatchGuard[] =>
  change.of !== 'template'
    ? []
    : change.fields.flatMap(({ field }) =>
        'interface' in field
          ? [
              {
                of: 'value' as const,
                path: [...TEMPLATE, 'spec', 'domain', 'devices', 'interfaces', String(field.index), 'name'],
                value: field.interface,
              },
            ]
          : [],
      );

/** What is tested before all changes: that it is the same object, and what the changes only mean something beside. */
const guardsBefore = ({ uid, change }: Pick<PatchStep, 'uid' | 'change'>): PatchGuard[] => [
  { of: 'object', path: UID, value: uid },
  ...interfaceGuards(change),
];

/**
 * All that the JSON patch of a step tests: the object's uid, then what everything that it changes was when it was
 * looked at.
 */
export const guardsOf = (step: Pick<PatchStep, 'uid' | 'change'>): PatchGuard[] => [
  ...guardsBefore(step),
  ...pathsOf(step.change).map(({ path, before }) => ({ of: 'value' as const, path, value: before })),
];

const toTest = ({ path, value }: Omit<PatchGuard, 'of'>): PatchOperation => ({
  op: 'test',
  path: pointerTo(path),
  value,
});

/** `add` of a label sets it, whatever was there (RFC 6902, 4.1). */
const toOperation = (of: ObjectChange['of'], { path, before, after }: ChangedPath): PatchOperation =>
  after === null
    ? { op: 'remove', path: pointerTo(path) }
    : { op: before === null || of === 'labels' ? 'add' : 'replace', path: pointerTo(path), value: after };

/**
 * The JSON patch of a step, guarded: it first tests the object's uid, then the value that each field had when it was
 * looked at, so that a change by someone else in between fails the step instead of being overwritten. `test` against
 * null passes for a field that is not there, as long as what holds it is (seen on kube-apiserver 1.34).
 * @returns [] when there is nothing to change
 */
export function jsonPatchOf(step: Pick<PatchStep, 'uid' | 'change'>): PatchOperation[] {
  const paths = pathsOf(step.change);
  if (paths.length === 0) return [];
  return [
    ...guardsBefore(step).map(toTest),
    ...paths.flatMap((changed) => [
      toTest({ path: changed.path, value: changed.before }),
      toOperation(step.change.of, changed),
    ]),
  ];
}
