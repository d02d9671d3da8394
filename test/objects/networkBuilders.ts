/** NetworkPolicies and networks as the API server returns them, for tests. */
import type { NetworkAttachmentDefinition, NetworkPolicy } from '../../src/domain/k8s/objects';
import { NAMESPACE } from './builders';

/** A rule as it is written: `port` is a number or a name, which the client library's types do not know. */
export interface IngressRule {
  readonly from?: readonly object[];
  readonly ports?: readonly {
    readonly port?: number | string;
    readonly endPort?: number;
    readonly protocol?: string;
  }[];
}

export interface PolicyOptions {
  readonly name?: string;
  readonly podSelector?: object;
  /** null: the field is missing */
  readonly policyTypes?: readonly string[] | null;
  /** undefined: the field is missing */
  readonly ingress?: readonly IngressRule[];
}

/** Selects every pod and lets nothing in unless said otherwise. */
export const aPolicy = ({
  name = 'policy',
  podSelector = {},
  policyTypes = ['Ingress'],
  ingress,
}: PolicyOptions = {}): NetworkPolicy =>
  ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: NAMESPACE },
    spec: { podSelector, ...(policyTypes ? { policyTypes } : {}), ...(ingress ? { ingress } : {}) },
  }) as unknown as NetworkPolicy;

/** As OVN-Kubernetes makes it of a UserDefinedNetwork. */
export const aNetwork = ({
  name = 'udn',
  role = 'primary',
  topology = 'layer2',
  config = JSON.stringify({ cniVersion: '1.1.0', type: 'ovn-k8s-cni-overlay', role, topology }),
} = {}): NetworkAttachmentDefinition => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, namespace: NAMESPACE },
  spec: { config },
});
