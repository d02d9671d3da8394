import { nodePortsHeld } from '../k8s/typeFields';
import { refOf, uidOf, type K8sObject, type Kind, type ObjectRef, type Service } from '../k8s/objects';
import type { DeleteReason, Step } from './step';

interface Manner {
  readonly id: (target: ObjectRef) => string;
  /** true when the object must be unchanged since it was read: someone else's change would be lost */
  readonly isOnlyAsSeen: boolean;
  readonly graceSeconds?: number;
}

const named =
  (prefix: string) =>
  ({ kind, name }: ObjectRef): string =>
    `${prefix}-${kind.toLowerCase()}/${name}`;

const MANNERS: Readonly<Record<DeleteReason, Manner>> = {
  // of several projects at a time, where the same name can be in each
  asked: { id: (target) => `${named('delete')(target)}/${target.namespace}`, isOnlyAsSeen: true },
  replaced: { id: named('replaced'), isOnlyAsSeen: true },
  outdated: { id: named('outdated'), isOnlyAsSeen: true },
  undo: { id: named('undo'), isOnlyAsSeen: true },
  // the kubelet writes a pod's status all the time, and its VMI is gone whatever has changed;
  // one second of grace is what virt-api itself gives on a forced restart
  forced: { id: ({ name }) => `force/${name}`, isOnlyAsSeen: false, graceSeconds: 1 },
};

/**
 * The step that deletes just this object: the API server refuses it for another one of the same name, and for one that
 * was changed since it was seen (pods apart).
 */
export function deleteStep(why: DeleteReason, kind: Kind, object: K8sObject): Step {
  const { id, isOnlyAsSeen, graceSeconds } = MANNERS[why];
  const target = refOf(kind, object);
  const { resourceVersion } = object.metadata ?? {};
  const nodePorts = kind === 'Service' ? nodePortsHeld(object as Service) : [];
  return {
    id: id(target),
    kind: 'delete',
    target,
    why,
    guard: { uid: uidOf(object) ?? '', ...(isOnlyAsSeen && resourceVersion ? { resourceVersion } : {}) },
    ...(graceSeconds === undefined ? {} : { graceSeconds }),
    ...(nodePorts.length > 0 ? { nodePorts } : {}),
  };
}
