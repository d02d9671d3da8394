/** Patch steps for tests, and what they send. */
import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';
import type { Kind } from '../../src/domain/k8s/objects';
import { jsonPatchOf } from '../../src/domain/steps/jsonPatchOf';
import type { ChangedLabels, ObjectChange } from '../../src/domain/steps/objectChange';
import type { PatchStep, Step } from '../../src/domain/steps/step';
import { NAMESPACE } from './builders';

/** The JSON patch that a step sends; [] of a step that sends none. */
export const patchIn = (step: Step | undefined): PatchOperation[] => (step?.kind === 'patch' ? jsonPatchOf(step) : []);

/** A patch step with what it sends in place of what it means; every other step as it is. */
export const asSent = (step: Step | undefined): unknown => {
  if (step?.kind !== 'patch') return step;
  const { id, kind, target } = step;
  return { id, kind, target, patch: jsonPatchOf(step) };
};

/** The change that gives the label `tier` the value `backend`, where there was none. */
export const setsTier = (layer: ChangedLabels['layer'] = 'template'): ChangedLabels => ({
  of: 'labels',
  layer,
  labels: [{ key: 'tier', before: null, after: 'backend' }],
});

/** A patch of the object of that name, whose uid is `u`. */
export const aPatch = (kind: Kind, name: string, change: ObjectChange = setsTier()): PatchStep => ({
  id: 'p',
  kind: 'patch',
  target: { kind, namespace: NAMESPACE, name },
  uid: 'u',
  change,
});
