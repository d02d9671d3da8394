import { render, screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { DescriptionList } from '@patternfly/react-core';
import { forbidden } from '../../../test/objects/apiErrors';
import { aService } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { AddressRange } from '../../domain/network/cidr';
import type { ClusterEvent, Route, Service } from '../../domain/k8s/objects';
import { ResultAddresses } from './ResultAddresses';

const RANGES: readonly AddressRange[] = [{ use: 'service', cidr: '172.30.0.0/16' }];
const withSpec = (spec: object, status: object = {}): Service => {
  const service = aService();
  return { ...service, spec: { ...service.spec, ...spec }, status };
};
const onNode = () => {
  const vm = aReachedVm();
  return { ...vm, pods: vm.pods.map((pod) => ({ ...pod, status: { ...pod.status, hostIP: '192.168.1.11' } })) };
};
const route = (status: Route['status']): Route => ({
  spec: { host: 'shop.example.com', to: { kind: 'Service', name: 'backend' }, tls: { termination: 'edge' } },
  ...(status ? { status } : {}),
});
const event = (uid: string, reason: string, message: string, at: string): ClusterEvent => ({
  kind: 'Event',
  metadata: { name: `e-${at}`, namespace: 'prod2', uid: `e-${at}` },
  involvedObject: { uid },
  reason,
  message,
  lastTimestamp: `2026-08-01T10:00:${at}Z`,
});

function show(service: Service, found?: Route): HTMLElement {
  return render(
    <DescriptionList>
      <ResultAddresses service={service} vms={[onNode()]} route={found} ranges={RANGES} />
    </DescriptionList>,
  ).container;
}
const row = (term: string): HTMLElement => {
  const definition = screen.getAllByRole('term').find(({ textContent }) => textContent === term)?.nextElementSibling;
  if (!(definition instanceof HTMLElement)) throw new Error(`There is no "${term}"`);
  return definition;
};

describe('where a Service is reached', () => {
  beforeEach(() => new ServedCluster());

  it('says of each address which range it is from, of both families', async () => {
    const container = show(withSpec({ clusterIPs: ['172.30.1.2', 'fd02::5'] }));
    expect(row('Cluster IP')).toHaveTextContent('172.30.1.2');
    expect(row('Cluster IP')).toHaveTextContent('Service network (172.30.0.0/16)');
    expect(row('Cluster IP')).toHaveTextContent('fd02::5');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('by a node port tells each number and the node of the VM', () => {
    show(
      withSpec({
        type: 'NodePort',
        clusterIPs: ['172.30.1.2'],
        ports: [{ port: 80, protocol: 'TCP', nodePort: 30080 }],
      }),
    );
    expect(row('Node ports')).toHaveTextContent('80/TCP by 30080 of every node');
    expect(row('Node ports')).toHaveTextContent(/192\.168\.1\.11.*the node node1, on which backendvm runs now/);
  });

  it('by the node ports of one node where the policy is Local, TCP and UDP on one', () => {
    const ports = ['TCP', 'UDP'].map((protocol) => ({ name: protocol, port: 554, protocol, nodePort: 30554 }));
    show(withSpec({ type: 'NodePort', externalTrafficPolicy: 'Local', ports }));
    expect(row('Node ports')).not.toHaveTextContent('every node');
    expect(row('Node ports')).toHaveTextContent(/554\/TCP by 30554 of the node.*554\/UDP by 30554 of the node/);
  });

  it('by a load balancer without node ports promises none', () => {
    show(withSpec({ type: 'LoadBalancer', ports: [{ port: 80, protocol: 'TCP' }] }, { loadBalancer: {} }));
    expect(screen.queryByText('Node ports')).not.toBeInTheDocument();
    expect(row('Load balancer')).not.toHaveTextContent('node ports');
  });

  it.each([
    ['an address', { ip: '192.0.2.7' }, /^192\.0\.2\.7/],
    ['a name', { hostname: 'lb.example.com' }, /^lb\.example\.com.*known everywhere/],
  ])('by a load balancer that gave %s', (_, ingress, text) => {
    show(withSpec({ type: 'LoadBalancer' }, { loadBalancer: { ingress: [ingress] } }));
    expect(row('Load balancer')).toHaveTextContent(text);
    expect(screen.queryByText(/^Waiting for an address/)).not.toBeInTheDocument();
  });

  it('by a load balancer that is waited for tells its Events as they come, newest first, as text', async () => {
    const served = new ServedCluster();
    const container = show(withSpec({ type: 'LoadBalancer' }, { loadBalancer: {} }));
    expect(row('Load balancer')).toHaveTextContent('Waiting for an address');
    await served.change((cluster) => {
      cluster.put(event('svc-backend', 'EnsuringLoadBalancer', 'first', '01'));
      cluster.put(event('svc-backend', 'AllocationFailed', '<b>pool</b> is empty', '02'));
      cluster.put(event('another', 'Other', 'not ours', '03'));
    });
    const list = screen.getByRole('list', { name: 'Events of the Service' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['AllocationFailed: <b>pool</b> is empty', 'EnsuringLoadBalancer: first']);
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('by a load balancer says when the user is not allowed to read its Events', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('Event', { error: forbidden('events is forbidden') });
    show(withSpec({ type: 'LoadBalancer' }, { loadBalancer: {} }));
    await waitFor(() => expect(row('Load balancer')).toHaveTextContent('events is forbidden'));
  });

  it.each<[string, Route['status'], RegExp]>([
    [
      'that was taken',
      { ingress: [{ host: 'shop.example.com', conditions: [{ type: 'Admitted', status: 'True' }] }] },
      /A router has taken it\.$/,
    ],
    ['that is waited for', undefined, /Waiting for a router to take it\.$/],
    [
      'that is refused',
      {
        ingress: [
          {
            host: 'x',
            conditions: [
              { type: 'Admitted', status: 'False', reason: 'HostAlreadyClaimed', message: 'taken by another' },
            ],
          },
        ],
      },
      /No router takes it\. HostAlreadyClaimed: taken by another$/,
    ],
  ])('by a Route %s', (_, status, text) => {
    show(aService(), route(status));
    expect(row('Route')).toHaveTextContent('https://shop.example.com/');
    expect(row('Route')).toHaveTextContent(text);
  });

  it('by an alias names its target, and says that it selects nothing', () => {
    show(aService({ type: 'ExternalName', externalName: 'db.example.com' }));
    expect(row('Alias of')).toHaveTextContent(/^db\.example\.com.*selects no virtual machine/);
    expect(screen.getAllByRole('term')).toHaveLength(1);
  });

  it('headless says that there is no address, and external ones are shown where there are some', () => {
    show(withSpec({ clusterIP: 'None', clusterIPs: ['None'] }));
    expect(row('Cluster IP')).toHaveTextContent('None: DNS leads straight to the virtual machines.');
  });

  it('shows external addresses', () => {
    show(withSpec({ externalIPs: ['192.0.2.10'] }));
    expect(row('External IPs')).toHaveTextContent('192.0.2.10');
  });
});
