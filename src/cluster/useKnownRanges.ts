import { useMemo } from 'react';
import type { AddressRange } from '../domain/cidr';
import { addressRangesOf, joinedRanges, type ClusterNetwork, type ServiceRange } from '../domain/clusterNetwork';
import type { Rights } from '../domain/seen';
import { NETWORK_CONFIG, SERVICE_CIDR } from './models';
import { readNetwork, readServiceCidrs } from './useClusterNetwork';
import { useClusterPart, valueOf } from './useClusterPart';

/** What is known of the cluster's ranges of addresses and ports, without a single request in vain. */
export interface KnownRanges {
  /** undefined where its configuration may not be read, or is not there */
  readonly network: ClusterNetwork | undefined;
  readonly serviceRanges: readonly ServiceRange[];
  /** all of them, for telling which one an address is from */
  readonly addressRanges: readonly AddressRange[];
}

/**
 * Reads once what the user may read of the cluster's network. Unlike the page about it, this asks nothing that would only
 * be refused, as most users would be.
 */
export function useKnownRanges({ readNetwork: mayReadNetwork, readServiceRanges: mayReadRanges }: Pick<Rights, 'readNetwork' | 'readServiceRanges'>): KnownRanges {
  const network = valueOf(useClusterPart(NETWORK_CONFIG, readNetwork, mayReadNetwork))?.network;
  const listed = valueOf(useClusterPart(SERVICE_CIDR, readServiceCidrs, mayReadRanges));
  return useMemo(() => {
    const serviceRanges = joinedRanges(network?.serviceRanges ?? [], listed ?? []);
    return { network, serviceRanges, addressRanges: addressRangesOf(network, serviceRanges) };
  }, [network, listed]);
}
