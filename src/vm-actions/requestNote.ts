import { knownRights } from '../cluster/ask/knownRights';
import type { Text } from '../ui/useText';

/**
 * What the action says below its label to a user who may create no Service: the wizard then prepares a request.
 * @returns undefined for everyone else, and where the rights are not known yet: a menu asks nothing to find out
 */
export const requestNote = (t: Text, namespace: string): string | undefined =>
  knownRights(namespace)?.createService === false
    ? t("You don't have permission to create Services. You can prepare a request for an administrator.")
    : undefined;
