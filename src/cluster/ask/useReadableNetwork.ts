import { useMemo } from 'react';
import { mergedRanges, type ClusterNetwork, type ServiceRange } from '../../domain/network/clusterNetwork';
import type { Rights } from '../../domain/k8s/rights';
import { NETWORK_CONFIG, SERVICE_CIDR } from '../port/models';
import { readNetwork, readServiceCidrs } from './useClusterNetwork';
import { useClusterPart, valueOf } from './useClusterPart';

/** What of the cluster's network this user may know. */
export interface ReadableNetwork {
  /** undefined while and where it is not known */
  readonly network: ClusterNetwork | undefined;
  /** empty while and where none is known */
  readonly serviceRanges: readonly ServiceRange[];
}

/** Reads once what this user may read of the cluster's network; what would be refused is not asked for. */
export function useReadableNetwork({
  readNetwork: mayReadNetwork,
  readServiceCidrs: mayReadServiceCidrs,
}: Rights): ReadableNetwork {
  const network = valueOf(useClusterPart(NETWORK_CONFIG, readNetwork, mayReadNetwork))?.network;
  const listed = valueOf(useClusterPart(SERVICE_CIDR, readServiceCidrs, mayReadServiceCidrs));
  return useMemo(
    () => ({ network, serviceRanges: mergedRanges(network?.serviceRanges ?? [], listed ?? []) }),
    [network, listed],
  );
}
