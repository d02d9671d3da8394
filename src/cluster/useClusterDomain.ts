import { useEffect, useState } from 'react';
import { k8sGet, useK8sModel, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

const DNS_CONFIG = { group: 'operator.openshift.io', version: 'v1', kind: 'DNS' };
const ASSUMED = { domain: 'cluster.local', isAssumed: true };

interface DnsConfig extends K8sResourceCommon {
  readonly status?: { readonly clusterDomain?: string };
}

/**
 * The cluster's DNS domain from `operator.openshift.io/v1 dnses/default .status.clusterDomain`; where that API is missing
 * or not readable, which is the rule for ordinary users, `cluster.local`, marked as assumed.
 */
export function useClusterDomain(): { readonly domain: string; readonly isAssumed: boolean } {
  const [model] = useK8sModel(DNS_CONFIG);
  const [known, setKnown] = useState(ASSUMED);
  useEffect(() => {
    if (!model) return undefined;
    let isCurrent = true;
    k8sGet<DnsConfig>({ model, name: 'default' }).then(
      ({ status }) => isCurrent && status?.clusterDomain && setKnown({ domain: status.clusterDomain, isAssumed: false }),
      () => isCurrent && setKnown(ASSUMED),
    );
    return () => {
      isCurrent = false;
    };
  }, [model]);
  return known;
}
