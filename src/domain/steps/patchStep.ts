import { refOf, uidOf, type K8sObject, type Kind } from '../k8s/objects';
import { jsonPatchOf } from './jsonPatchOf';
import type { ObjectChange } from './objectChange';
import type { PatchStep } from './step';

/** The step that changes an object as it was seen; [] when there is nothing to change. */
export function patchStep(id: string, kind: Kind, object: K8sObject, change: ObjectChange): PatchStep[] {
  const step: PatchStep = { id, kind: 'patch', target: refOf(kind, object), uid: uidOf(object) ?? '', change };
  return jsonPatchOf(step).length === 0 ? [] : [step];
}
