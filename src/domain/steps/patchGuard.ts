import type { ChangedValue } from '../k8s/failure';
import { pointerTo, valueAt } from '../k8s/jsonPatch';
import type { K8sObject } from '../k8s/objects';
import { valueText } from '../k8s/sameValue';
import { guardsOf } from './jsonPatchOf';
import type { PatchStep } from './step';

/** A value as it is shown: a text unchanged, everything else as JSON. */
const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : valueText(value);
};

/**
 * What makes the guard of a patch fail on the object as it is now: another object, or other values. The API server
 * tells only that a patch failed (422 Invalid, "the server rejected our request due to an error in our request"), never
 * where.
 */
export const changedValues = (object: K8sObject, step: Pick<PatchStep, 'uid' | 'change'>): ChangedValue[] =>
  guardsOf(step).flatMap(({ of, path, value }) => {
    const [expected, actual] = [textOf(value), textOf(valueAt(object, path))];
    return expected === actual ? [] : [{ of, path: pointerTo(path), expected, actual }];
  });
