import type { Rights } from '../../domain/k8s/rights';

/** Rights are granted, withdrawn, and left behind when a user impersonates another: what is older is not known. */
const VALID_FOR_MS = 5 * 60 * 1000;

const known = new Map<string, { readonly rights: Rights; readonly at: number }>();

/** Keeps what a rules review told about a namespace, where a caller must not send one of its own. */
export function rememberRights(namespace: string, rights: Rights): void {
  known.set(namespace, { rights, at: Date.now() });
}

/** What a review of the last minutes told about a namespace; undefined when there was none. Sends no request. */
export function knownRights(namespace: string): Rights | undefined {
  const found = known.get(namespace);
  return found && Date.now() - found.at < VALID_FOR_MS ? found.rights : undefined;
}
