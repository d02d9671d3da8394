/** Services with what their addresses are made of, for tests. */
import type { AddressedService } from '../../src/domain/exposure/mainAddress';
import type { Route } from '../../src/domain/k8s/objects';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { aReachedVm } from './diagnosis';
import { aService, aSlice } from './serviceBuilders';

export const NODE_PORTS = [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 }];
/** the full DNS name of the Service */
export const FULL_NAME = 'backend.prod2.svc.cluster.local';
const onNode = (vm: SeenVm): SeenVm => ({
  ...vm,
  pods: vm.pods.map((pod) => ({ ...pod, status: { ...pod.status, hostIP: '192.168.1.11' } })),
});
export const SHOP_ROUTE: Route = {
  spec: { host: 'shop.example.com', to: { kind: 'Service', name: 'backend' }, tls: { termination: 'edge' } },
};
/** The Service `backend` with changes of its spec and status, for a VM whose node is known. */
export const addressed = (
  spec: object = {},
  status: object = {},
  more: Partial<AddressedService> = {},
): AddressedService => ({
  service: { ...aService(), spec: { ...aService().spec, ...spec }, status },
  vms: [onNode(aReachedVm())],
  endpointSlices: [aSlice()],
  route: undefined,
  clusterDomain: 'cluster.local',
  ...more,
});
/** A load balancer that has these addresses. */
export const balanced = (ingress: object[]): AddressedService =>
  addressed({ type: 'LoadBalancer', ports: NODE_PORTS }, { loadBalancer: { ingress } });
/** A headless Service; with the subdomain of its name the VM has a name of its own. */
export const headless = (subdomain?: string): AddressedService =>
  addressed(
    { clusterIP: 'None', clusterIPs: ['None'] },
    {},
    { vms: [aReachedVm({ vm: subdomain ? { subdomain } : {} })] },
  );
