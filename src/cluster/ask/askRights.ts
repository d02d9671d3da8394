import type { Rights } from '../../domain/k8s/rights';
import { sdkPort } from '../port/sdkPort';
import { rememberRights } from './knownRights';
import { readRights } from './rights';

/** Asks what this user may do in a namespace, and remembers it where others must not ask. */
export async function askRights(namespace: string): Promise<Rights> {
  const rights = await readRights(sdkPort, namespace);
  rememberRights(namespace, rights);
  return rights;
}
