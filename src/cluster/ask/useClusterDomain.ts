import { useMemo } from 'react';
import { clusterDomainOf } from '../../domain/network/clusterDomain';
import type { UncheckedObject } from '../../domain/network/clusterNetwork';
import { readDns } from './clusterDns';
import { DNS_CONFIG } from '../port/models';
import { useClusterPart, valueOf, type Part } from './useClusterPart';

export interface KnownDomain {
  readonly domain: string;
  readonly isAssumed: boolean;
  /** what was read of the DNS configuration, or why it was not */
  readonly dns: Part<UncheckedObject>;
}

/**
 * The cluster's DNS domain from `operator.openshift.io/v1 dnses/default .status.clusterDomain`; where that API is
 * missing or not readable, which is the rule for ordinary users, `cluster.local`, marked as assumed.
 */
export function useClusterDomain(): KnownDomain {
  const dns = useClusterPart(DNS_CONFIG, readDns);
  return useMemo(() => ({ ...clusterDomainOf(valueOf(dns)), dns }), [dns]);
}
