import { TYPES, type ExposedType } from '../k8s/exposedTypes';
import type { IpFamily } from '../network/cidr';
import type { Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';

export const IP_FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'] as const;
export const TRAFFIC_POLICIES = ['Cluster', 'Local'] as const;
/** What `ipFamilies` may hold, the first one being the family of the Service's main address. */
export const IP_FAMILIES: readonly (readonly IpFamily[])[] = [['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv6', 'IPv4']];

/**
 * What a person may set on a Service beyond name, type, ports and selector: as typed, empty where the API server
 * decides.
 */
export interface ServiceOptions {
  /** a fixed address; never that of a headless Service */
  readonly clusterIP: string;
  /** one of `IP_FAMILIES`, joined by commas */
  readonly ipFamilies: string;
  readonly ipFamilyPolicy: string;
  /** addresses, separated by commas or white space */
  readonly externalIPs: string;
  /** connections of one client address go to the same VM */
  readonly isSticky: boolean;
  /** how long, in seconds; the API server's own default is three hours */
  readonly stickySeconds: string;
  readonly externalTrafficPolicy: string;
  readonly internalTrafficPolicy: string;
  readonly publishNotReady: boolean;
  /** the Service goes when its one VM goes; several VMs own nothing together */
  readonly isOwned: boolean;
  readonly loadBalancerClass: string;
  readonly loadBalancerIP: string;
  /** ranges of addresses, separated by commas or white space */
  readonly sourceRanges: string;
  /** `key=value`, one a line */
  readonly annotations: string;
  /** the name that an ExternalName is an alias of */
  readonly externalName: string;
}

export const NO_OPTIONS: ServiceOptions = {
  clusterIP: '',
  ipFamilies: '',
  ipFamilyPolicy: '',
  externalIPs: '',
  isSticky: false,
  stickySeconds: '',
  externalTrafficPolicy: '',
  internalTrafficPolicy: '',
  publishNotReady: false,
  isOwned: true,
  loadBalancerClass: '',
  loadBalancerIP: '',
  sourceRanges: '',
  annotations: '',
  externalName: '',
};

/** The entries of a typed list. */
export const entriesOf = (typed: string): string[] => typed.split(/[\s,]+/).filter((entry) => entry !== '');

/** The annotations of a typed `key=value` a line; a line without `=` is a key with an empty value. */
export const annotationsOf = (typed: string): { readonly key: string; readonly value: string }[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [key = '', ...rest] = line.split('=');
      return { key: key.trim(), value: rest.join('=').trim() };
    });

type ServiceSpec = NonNullable<Service['spec']>;

/**
 * The fields of a Service's spec that the options set; an empty one is null, unlike a field that the options do not
 * cover.
 */
export function optionFields(type: ExposedType, options: ServiceOptions): Record<string, unknown> {
  const { apiType, selectsPods, hasClusterIp, hasNodePorts, hasLoadBalancer } = TYPES[type];
  const only = <T>(isMeant: boolean, value: T): T | null => (isMeant && value !== '' && value !== false ? value : null);
  const listed = (isMeant: boolean, typed: string) => (isMeant && typed.trim() !== '' ? entriesOf(typed) : null);
  const seconds = Number(options.stickySeconds);
  const isSticky = options.isSticky && hasClusterIp;
  return {
    type: apiType,
    clusterIP: selectsPods && !hasClusterIp ? 'None' : only(hasClusterIp, options.clusterIP),
    ipFamilies: listed(selectsPods, options.ipFamilies),
    // two families need a policy that allows them; as virtctl does it
    ipFamilyPolicy: only(
      selectsPods,
      options.ipFamilyPolicy || (options.ipFamilies.includes(',') ? 'PreferDualStack' : ''),
    ),
    externalIPs: listed(hasClusterIp, options.externalIPs),
    sessionAffinity: isSticky ? 'ClientIP' : null,
    sessionAffinityConfig: isSticky && seconds > 0 ? { clientIP: { timeoutSeconds: seconds } } : null,
    externalTrafficPolicy: only(hasNodePorts, options.externalTrafficPolicy),
    internalTrafficPolicy: only(hasClusterIp, options.internalTrafficPolicy),
    publishNotReadyAddresses: only(selectsPods, options.publishNotReady),
    loadBalancerClass: only(hasLoadBalancer, options.loadBalancerClass),
    loadBalancerIP: only(hasLoadBalancer, options.loadBalancerIP),
    loadBalancerSourceRanges: listed(hasLoadBalancer, options.sourceRanges),
    externalName: only(!selectsPods, options.externalName),
  };
}

/** Fields of a Service's `.spec` that the API server sets by default: they are changed only when chosen. */
export const SERVER_GIVEN: readonly string[] = ['clusterIP', 'ipFamilies', 'ipFamilyPolicy', 'sessionAffinityConfig'];

/** The API server's defaults. */
export const SPEC_DEFAULTS: Readonly<Record<string, unknown>> = {
  type: 'ClusterIP',
  sessionAffinity: 'None',
  externalTrafficPolicy: 'Cluster',
  internalTrafficPolicy: 'Cluster',
  publishNotReadyAddresses: false,
};

/**
 * True when a field holds what was chosen for it. To one family of addresses the API server adds the other where the
 * policy allows two (seen on kube-apiserver 1.34), and takes it away where the policy becomes SingleStack.
 */
export const holdsChosen = (field: string, held: unknown, chosen: unknown): boolean =>
  field === 'ipFamilies' && Array.isArray(held) && Array.isArray(chosen) && chosen.length > 0
    ? isSameValue(held.slice(0, chosen.length), chosen)
    : isSameValue(held, chosen);

/** The options of an existing Service. Its assigned address was not chosen, so it is left out. */
export function optionsOf({ spec = {} }: Service): ServiceOptions {
  const chosen = (field: keyof ServiceSpec): string =>
    spec[field] === SPEC_DEFAULTS[field] ? '' : ((spec[field] as string | undefined) ?? '');
  return {
    ...NO_OPTIONS,
    ipFamilyPolicy: spec.ipFamilyPolicy ?? '',
    externalIPs: (spec.externalIPs ?? []).join(', '),
    isSticky: spec.sessionAffinity === 'ClientIP',
    stickySeconds: String(spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? ''),
    externalTrafficPolicy: chosen('externalTrafficPolicy'),
    internalTrafficPolicy: chosen('internalTrafficPolicy'),
    publishNotReady: spec.publishNotReadyAddresses ?? false,
    isOwned: false,
    loadBalancerClass: spec.loadBalancerClass ?? '',
    loadBalancerIP: spec.loadBalancerIP ?? '',
    sourceRanges: (spec.loadBalancerSourceRanges ?? []).join(', '),
    externalName: spec.externalName ?? '',
  };
}
