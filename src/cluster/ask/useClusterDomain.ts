import { useMemo } from 'react';
import { clusterDomainOf } from '../../domain/network/clusterNetwork';
import { readDns } from './clusterDns';
import { DNS_CONFIG } from '../port/models';
import { useClusterPart, valueOf } from './useClusterPart';

/**
 * The cluster's DNS domain from `operator.openshift.io/v1 dnses/default .status.clusterDomain`; where that API is
 * missing or not readable, which is the rule for ordinary users, `cluster.local`, marked as assumed.
 */
export function useClusterDomain(): { readonly domain: string; readonly isAssumed: boolean } {
  const dns = valueOf(useClusterPart(DNS_CONFIG, readDns));
  return useMemo(() => clusterDomainOf(dns), [dns]);
}
