/** Random Services: those that people, controllers and webhooks write, with what is left over of another type. */
import fc from 'fast-check';
import type { HeldSpec, ServicePort } from '../in-memory-cluster/services/heldSpec';

const API_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;
const FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'] as const;
const FAMILY_LISTS = [['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv6', 'IPv4']] as const;
const TRAFFIC_POLICIES = ['Cluster', 'Local'] as const;
/** Selectors that pods of the tests carry, that none carries, and none. */
const SELECTORS: readonly Record<string, string>[] = [{ tier: 'backend' }, { app: 'backendvm' }, { tier: 'other' }, {}];

/** The value in one of so many cases, else undefined. */
const oneIn = <T>(cases: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const NAMES = ['web', 'dns', 'ssh'] as const;
const NUMBERS = [80, 53, 22] as const;

/** A port list with names where they are needed, and sometimes where they are not. */
export const anyPorts = (most = 3): fc.Arbitrary<ServicePort[]> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: most }),
      isNamed: fc.boolean(),
      targets: fc.array(fc.constantFrom<(number | string)[]>(8080, 8081, 80, 'http'), { minLength: 3, maxLength: 3 }),
      protocols: fc.array(fc.constantFrom('TCP', 'TCP', 'UDP'), { minLength: 3, maxLength: 3 }),
      appProtocol: oneIn(6, fc.constant('kubernetes.io/ws')),
    })
    .map(({ count, isNamed, targets, protocols, appProtocol }) =>
      Array.from({ length: count }, (_, index) =>
        withoutUndefined({
          ...(isNamed || count > 1 ? { name: NAMES[index] ?? '' } : {}),
          port: NUMBERS[index] ?? 1,
          targetPort: targets[index] as unknown as string,
          protocol: protocols[index] ?? 'TCP',
          ...(appProtocol ? { appProtocol } : {}),
        }),
      ),
    );

const fields = fc.record({
  externalIPs: oneIn(6, fc.constantFrom(['192.0.2.77'], ['192.0.2.77', '198.51.100.4'])),
  isSticky: oneIn(4, fc.boolean()),
  seconds: oneIn(3, fc.constantFrom(60, 3600)),
  externalTrafficPolicy: oneIn(3, fc.constantFrom(...TRAFFIC_POLICIES)),
  internalTrafficPolicy: oneIn(4, fc.constantFrom(...TRAFFIC_POLICIES)),
  publishNotReadyAddresses: oneIn(5, fc.constant(true)),
  ipFamilyPolicy: oneIn(4, fc.constantFrom(...FAMILY_POLICIES)),
  ipFamilies: oneIn(
    6,
    fc.constantFrom(...FAMILY_LISTS).map((list) => [...list]),
  ),
  loadBalancerClass: oneIn(3, fc.constant('example.com/lb')),
  loadBalancerIP: oneIn(4, fc.constant('192.0.2.9')),
  loadBalancerSourceRanges: oneIn(4, fc.constant(['192.0.2.0/24'])),
  allocateLoadBalancerNodePorts: oneIn(4, fc.boolean()),
  externalName: oneIn(8, fc.constant('left.over.example.com')),
  trafficDistribution: oneIn(8, fc.constant('PreferClose')),
});

/**
 * The spec of a Service as it is sent to be created. Most are accepted, some are not: fields of a type are now and then
 * on another.
 */
export const anyServiceSpec: fc.Arbitrary<HeldSpec> = fc
  .record({
    type: fc.constantFrom(...API_TYPES),
    isHeadless: oneIn(3, fc.constant(true)),
    hasNoPorts: oneIn(6, fc.constant(true)),
    ports: anyPorts(),
    selector: fc.constantFrom(...SELECTORS),
    fields,
    isUnfit: oneIn(6, fc.constant(true)),
  })
  .map(({ type, isHeadless, hasNoPorts, ports, selector, fields: given, isUnfit }) => {
    const { isSticky, seconds, ...rest } = given;
    const isAlias = type === 'ExternalName';
    const isOf = (types: readonly string[]) => isUnfit || types.includes(type);
    const headless = isHeadless && isOf(['ClusterIP']);
    return withoutUndefined({
      ...rest,
      type,
      ...(headless ? { clusterIP: 'None' } : {}),
      ports: hasNoPorts && (headless || isAlias || isUnfit) ? undefined : ports,
      selector: Object.keys(selector).length > 0 ? selector : undefined,
      sessionAffinity: isSticky ? 'ClientIP' : undefined,
      sessionAffinityConfig: isSticky && seconds ? { clientIP: { timeoutSeconds: seconds } } : undefined,
      externalName: isAlias ? 'db.example.com' : rest.externalName,
      externalTrafficPolicy:
        isOf(['NodePort', 'LoadBalancer']) || (type === 'ClusterIP' && rest.externalIPs)
          ? rest.externalTrafficPolicy
          : undefined,
      ipFamilyPolicy: isAlias && !isUnfit ? undefined : rest.ipFamilyPolicy,
      ipFamilies: isAlias && !isUnfit ? undefined : rest.ipFamilies,
      ...Object.fromEntries(
        (['loadBalancerClass', 'loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts'] as const).map((field) => [
          field,
          isOf(['LoadBalancer']) ? rest[field] : undefined,
        ]),
      ),
    }) as HeldSpec;
  });

/** Changes of a Service's spec as somebody sends them; null removes a field. */
export const anySpecChange: fc.Arbitrary<Partial<Record<keyof HeldSpec, unknown>>> = fc
  .record({
    whole: anyServiceSpec,
    also: fc.subarray(
      ['type', 'ports', 'selector', 'externalTrafficPolicy', 'sessionAffinity', 'externalIPs'] as const,
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    removed: fc.subarray(
      [
        'clusterIP',
        'clusterIPs',
        'ipFamilies',
        'ipFamilyPolicy',
        'externalTrafficPolicy',
        'externalIPs',
        'loadBalancerClass',
      ] as const,
      { maxLength: 1 },
    ),
    isWhole: fc.boolean(),
  })
  .map(({ whole, also, removed, isWhole }) => {
    const chosen = isWhole
      ? Object.entries(whole)
      : also.map((field): [string, unknown] => [field, whole[field] ?? null]);
    return { ...Object.fromEntries(removed.map((field) => [field, null])), ...Object.fromEntries(chosen) };
  });
