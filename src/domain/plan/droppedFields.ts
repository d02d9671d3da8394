import { fieldsOfType } from '../k8s/typeFields';
import { exposedTypeOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { SPEC_DEFAULTS } from '../service/serviceOptions';
import { fieldOf, withFields, type ServiceFields } from '../steps/serviceFields';

/** Fields that the API server itself drops or gives anew when a type or a policy changes. */
const DEPENDENT = [
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'externalTrafficPolicy',
  'internalTrafficPolicy',
  'healthCheckNodePort',
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'sessionAffinityConfig',
];

type Ports = NonNullable<NonNullable<Service['spec']>['ports']>;
const isSamePort = (one: Ports[number], other: Ports[number]): boolean =>
  one.port === other.port && (one.protocol ?? 'TCP') === (other.protocol ?? 'TCP');

/** The ports of a Service with the node ports that they had; undefined when they have them all. */
function withNodePorts(now: Ports, was: Ports): Ports | undefined {
  const back = now.map((port) => {
    const before = was.find((other) => isSamePort(other, port));
    const rest = Object.fromEntries(
      Object.entries(port).filter(([field]) => field !== 'nodePort'),
    ) as unknown as Ports[number];
    if (!before) return port;
    return before.nodePort === undefined ? rest : { ...rest, nodePort: before.nodePort };
  });
  return isSameValue(back, now) ? undefined : back;
}

/**
 * What has to be given back to a Service beside the fields that a run has changed, because the API server dropped it or
 * gave another value with them: node ports, policies, second addresses (seen on kube-apiserver 1.34).
 * @param back the fields that are set back; nothing is dropped while no other field changes
 */
export function droppedFields(now: Service, was: Service, back: ServiceFields): ServiceFields {
  if (Object.keys(back).length === 0) return {};
  const type = exposedTypeOf(withFields(now, { clusterIP: fieldOf(was, 'clusterIP'), ...back }));
  const isServers = (field: string): boolean => {
    const [held, before] = [fieldOf(now, field), fieldOf(was, field)];
    if (held === null || isSameValue(held, SPEC_DEFAULTS[field])) return true;
    const isShorter = Array.isArray(held) && Array.isArray(before) && held.length < before.length;
    return isShorter || field === 'allocateLoadBalancerNodePorts';
  };
  const dropped = Object.fromEntries(
    DEPENDENT.filter(
      (field) =>
        !Object.hasOwn(back, field) &&
        fieldOf(was, field) !== null &&
        !isSameValue(fieldOf(now, field), fieldOf(was, field)) &&
        isServers(field),
    ).map((field) => [field, fieldOf(was, field)]),
  );
  const ports = Object.hasOwn(back, 'ports') ? undefined : withNodePorts(now.spec?.ports ?? [], was.spec?.ports ?? []);
  const wanted: Record<string, unknown> = { ...was.spec, ...back, ...dropped, ...(ports ? { ports } : {}) };
  const allowed = fieldsOfType(type, wanted);
  return Object.fromEntries(
    [...Object.keys(dropped), ...(ports ? ['ports'] : [])]
      .filter((field) => Object.hasOwn(allowed, field))
      .map((field) => [field, allowed[field]]),
  );
}
