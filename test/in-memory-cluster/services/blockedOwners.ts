import type { Service } from '../../../src/domain/k8s/objects';
import { forbidden } from '../../objects/apiErrors';

/**
 * OwnerReferencesPermissionEnforcement, which OpenShift has on, for a user who may not set finalizers on the owners.
 * @throws 403 when an owner is to wait for the Service
 */
export function refuseToBlockOwners({ metadata }: Service): void {
  if ((metadata?.ownerReferences ?? []).some(({ blockOwnerDeletion }) => blockOwnerDeletion))
    throw forbidden(
      `services "${metadata?.name ?? ''}" is forbidden: cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on`,
    );
}
