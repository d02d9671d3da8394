import { useMemo } from 'react';
import { useReadableNetwork, type ReadableNetwork } from '../../cluster/ask/useReadableNetwork';
import { seenOf } from '../../cluster/watch/watchedVms';
import type { Seen } from '../../domain/k8s/seen';
import { addressRangesOf } from '../../domain/network/clusterNetwork';
import type { ExposeWizardProps } from './wizardProps';

/** What the wizard plans from. */
interface WizardSeen {
  readonly cluster: ReadableNetwork;
  readonly ranges: ReturnType<typeof addressRangesOf>;
  readonly seen: Seen;
}

/** The objects that the wizard watches and the network of the cluster, as plans and pictures take them. */
export function useWizardSeen({
  namespace,
  watched,
  watchedRoutes: { routes },
  rights,
}: Pick<ExposeWizardProps, 'namespace' | 'watched' | 'watchedRoutes' | 'rights'>): WizardSeen {
  const cluster = useReadableNetwork(rights);
  const nodePortRange = cluster.network?.nodePorts;
  const ranges = useMemo(() => addressRangesOf(cluster.network, cluster.serviceRanges), [cluster]);
  const seen = useMemo(
    () => ({ ...seenOf(namespace, watched), routes, nodePortRange }),
    [namespace, watched, routes, nodePortRange],
  );
  return { cluster, ranges, seen };
}
