import type { UncheckedObject } from './clusterNetwork';
import { textOf, valueOf } from './uncheckedValue';

/** The DNS domain where nothing says another. */
const USUAL_DOMAIN = 'cluster.local';

/**
 * The cluster's DNS domain out of operator.openshift.io/v1 DNS `default`; assumed where that is not known or says none.
 */
export function clusterDomainOf(dns: UncheckedObject | undefined): {
  readonly domain: string;
  readonly isAssumed: boolean;
} {
  const domain = textOf(valueOf(dns?.status, 'clusterDomain'));
  return { domain: domain ?? USUAL_DOMAIN, isAssumed: domain === undefined };
}
