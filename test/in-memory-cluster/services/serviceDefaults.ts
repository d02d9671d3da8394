/** The values that the API server gives to a Service as soon as it reads it (seen on kube-apiserver 1.34). */
import { type HeldSpec, isAlias, isLoadBalancer, isReachedFromOutside, type ServicePort } from './heldSpec';

const STICKY_SECONDS = 10800;

const portWithDefaults = (port: ServicePort): ServicePort => ({
  ...port,
  protocol: port.protocol ?? 'TCP',
  // the API type is int-or-string; the client library's types say string only
  targetPort: port.targetPort || (port.port as unknown as string),
});

export function giveDefaults(spec: HeldSpec): void {
  spec.type ||= 'ClusterIP';
  spec.sessionAffinity ||= 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP' && !spec.sessionAffinityConfig?.clientIP?.timeoutSeconds)
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: STICKY_SECONDS } };
  if (spec.ports) spec.ports = spec.ports.map(portWithDefaults);
  if (isReachedFromOutside(spec)) spec.externalTrafficPolicy ||= 'Cluster';
  if (!isAlias(spec)) spec.internalTrafficPolicy ||= 'Cluster';
  if (isLoadBalancer(spec)) spec.allocateLoadBalancerNodePorts ??= true;
}
