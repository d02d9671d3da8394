/** The policies of one kind other than NetworkPolicy, of a kind that the API server serves. */
export interface OtherPolicies {
  /** as people know it, such as `CiliumNetworkPolicy` */
  readonly kind: string;
  /** as `oc get` takes it, such as `ciliumnetworkpolicies.cilium.io` */
  readonly resource: string;
  /** of the namespace, or of the cluster; undefined when they were not read */
  readonly names: readonly string[] | undefined;
}

/** Those that there are. */
export const foundPolicies = (policies: readonly OtherPolicies[] | undefined): OtherPolicies[] =>
  (policies ?? []).filter(({ names }) => names !== undefined && names.length > 0);

/** The kinds of which it is not known whether there are any; undefined while the kinds themselves are not known. */
export const unreadKinds = (policies: readonly OtherPolicies[] | undefined): string[] | undefined =>
  policies?.filter(({ names }) => names === undefined).map(({ kind }) => kind);
