import { useMemo } from 'react';
import { k8sGet, k8sListItems, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  mergedRanges,
  toClusterNetwork,
  toServiceRange,
  toServiceRanges,
  type ClusterNetwork,
  type ServiceRange,
  type UncheckedObject,
} from '../../domain/network/clusterNetwork';
import { askServiceRange } from './askServiceRange';
import { readDns } from './clusterDns';
import { DNS_CONFIG, NETWORK_CONFIG, SERVICE_CIDR } from '../port/models';
import { toPart, useClusterPart, valueOf, type Part } from './useClusterPart';
import { useOnce } from './useOnce';

/** The Network object and what it says. */
export interface ReadNetwork {
  readonly object: UncheckedObject;
  readonly network: ClusterNetwork;
}

/** What is known of the cluster's network, each part by itself. */
export interface KnownClusterNetwork {
  /** config.openshift.io/v1 Network `cluster` */
  readonly network: Part<ReadNetwork>;
  /** operator.openshift.io/v1 DNS `default` */
  readonly dns: Part<UncheckedObject>;
  /** all ranges that are known, from wherever; empty while and where none is */
  readonly serviceRanges: readonly ServiceRange[];
  /**
   * what the refusal of a Service told; undefined while another source may still tell, or has told, and without a
   * project
   */
  readonly learned: Part<readonly string[]> | undefined;
  /** true when nothing but a refusal could tell the Service ranges, and for that a project is needed */
  readonly needsProject: boolean;
}

/** Reads config.openshift.io/v1 Network `cluster`. */
export async function readNetwork(): Promise<ReadNetwork> {
  const object: UncheckedObject = await k8sGet({ model: NETWORK_CONFIG, name: 'cluster' });
  return { object, network: toClusterNetwork(object) };
}

/** Reads the ranges of all ServiceCIDRs. */
export const readServiceCidrs = async (): Promise<readonly ServiceRange[]> =>
  toServiceRanges(await k8sListItems<K8sResourceCommon>({ model: SERVICE_CIDR, queryParams: {} }));

/**
 * Reads the cluster's network once. Where neither its configuration nor ServiceCIDRs tell the Service ranges, a dry run
 * in a project does.
 * @param namespace where the user may create Services; undefined when no project is chosen, then no dry run is made
 */
export function useClusterNetwork(namespace: string | undefined): KnownClusterNetwork {
  const network = useClusterPart(NETWORK_CONFIG, readNetwork);
  const serviceCidrs = useClusterPart(SERVICE_CIDR, readServiceCidrs);
  const dns = useClusterPart(DNS_CONFIG, readDns);
  const configured = valueOf(network)?.network.serviceRanges;
  const listed = valueOf(serviceCidrs);
  const read = useMemo(() => mergedRanges(configured ?? [], listed ?? []), [configured, listed]);
  const needsProject = network.state !== 'loading' && serviceCidrs.state !== 'loading' && read.length === 0;
  const asked = useOnce(needsProject ? namespace : undefined, askServiceRange);
  const told = asked.data;
  const serviceRanges = useMemo(
    () => (needsProject ? (told ?? []).map(toServiceRange) : read),
    [needsProject, told, read],
  );
  return {
    network,
    dns,
    serviceRanges,
    learned: needsProject && namespace !== undefined ? toPart(asked) : undefined,
    needsProject,
  };
}
