import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { diagnose } from '../diagnosis/diagnose';
import { hopPath } from '../diagnosis/hopPath';
import type { Situation } from '../diagnosis/situation';
import type { EndpointSlice, NetworkPolicy, Route, Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { connectionPicture, type PictureBox } from './connectionPicture';

const BACKEND = { tier: 'backend' };
const service = (spec: object = {}, status: object = {}): Service => {
  const made = aService({ selector: BACKEND });
  return { ...made, spec: { ...made.spec, ...spec }, status };
};
const route: Route = {
  metadata: { name: 'shop' },
  spec: { host: 'shop.example.com', to: { kind: 'Service', name: 'backend' }, tls: { termination: 'edge' } },
  status: { ingress: [{ host: 'shop.example.com', conditions: [{ type: 'Admitted', status: 'True' }] }] },
};
const onNode = (vm: SeenVm): SeenVm => ({
  ...vm,
  pods: vm.pods.map((pod) => ({ ...pod, status: { ...pod.status, hostIP: '192.168.1.11' } })),
});
interface Options {
  readonly vms?: readonly SeenVm[];
  readonly slices?: readonly EndpointSlice[] | undefined;
  readonly routes?: readonly Route[];
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
}
/** all that an opened row reads */
const READ: Partial<Situation> = {
  namespaceLabels: {},
  primaryNetwork: { kind: 'default' },
  selectedPods: [],
  otherPolicies: [],
};
const picture = (drawn: Service, { vms = [onNode(aReachedVm())], routes = [], ...rest }: Options = {}) => {
  const endpointSlices = 'slices' in rest ? rest.slices : [aSlice()];
  const networkPolicies = 'networkPolicies' in rest ? rest.networkPolicies : [];
  return connectionPicture({
    service: drawn,
    endpointSlices,
    routes,
    clusterDomain: 'cluster.local',
    vms: vms.map((vm) => {
      const diagnosis = diagnose({ service: drawn, vm, endpointSlices, networkPolicies, routes, ...READ });
      return { vm, verdict: diagnosis.verdict, path: hopPath(diagnosis, routes.length > 0) };
    }),
  });
};
const boxes = (line: readonly PictureBox[] = []) => line.map(({ content }) => content.box);
const contents = (drawn: Service, options?: Options) => {
  const { line, branches } = picture(drawn, options);
  return [...line, ...branches.flat()].map(({ content }) => content);
};

describe('the picture of a connection', () => {
  it('goes from a client in the cluster to the guest, with the port on each arrow', () => {
    const { line, branches, more } = picture(service());
    expect([...line, ...branches.flat()]).toMatchObject([
      { content: { box: 'client', from: 'cluster' }, ports: [] },
      {
        content: {
          box: 'service',
          name: 'backend',
          type: 'ClusterIP',
          ips: ['172.30.123.204'],
          dnsName: 'backend.prod2.svc.cluster.local',
          ports: ['80/TCP → 8080'],
        },
        state: 'ok',
        ports: ['80/TCP'],
      },
      {
        content: { box: 'pod', vmName: 'backendvm', node: 'node1', ips: ['10.8.0.12'], match: 'same', isReady: true },
        ports: ['8080/TCP'],
      },
      { content: { box: 'guest', vmName: 'backendvm', address: undefined, test: undefined }, state: 'not-checked' },
    ]);
    expect(more).toBe(0);
  });

  it('begins at the browser where a Route points to the Service', () => {
    const { line } = picture(service(), { routes: [route] });
    expect(line.slice(0, 2)).toMatchObject([
      { content: { box: 'client', from: 'browser' } },
      {
        content: { box: 'route', name: 'shop', url: 'https://shop.example.com/', isAdmitted: true },
        ports: ['443/TCP'],
      },
    ]);
    expect(boxes(line)).toEqual(['client', 'route', 'service']);
  });

  it('goes by the load balancer, with the addresses that it has', () => {
    const balanced = (ingress: object[]) =>
      contents(service({ type: 'LoadBalancer' }, { loadBalancer: { ingress } }))[1];
    expect(balanced([{ ip: '192.0.2.7' }])).toEqual({ box: 'load-balancer', addresses: ['192.0.2.7'] });
    expect(balanced([])).toEqual({ box: 'load-balancer', addresses: [] });
  });

  it('goes by the node of the VM and its node port', () => {
    const ports = [{ port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 }];
    const { line } = picture(service({ type: 'NodePort', ports }));
    expect(line[1]).toMatchObject({
      content: { box: 'node', name: 'node1', ip: '192.168.1.11', isOnlyNode: false },
      ports: ['30080/TCP'],
    });
    expect(contents(service({ type: 'NodePort', ports, externalTrafficPolicy: 'Local' }))[1]).toMatchObject({
      isOnlyNode: true,
    });
  });

  it("of a headless Service has no address of the Service, and the VM's own name", () => {
    const headless = service({ clusterIP: 'None', clusterIPs: ['None'] });
    const drawn = contents(headless, { vms: [aReachedVm({ vm: { subdomain: 'backend' } })] });
    expect(drawn[1]).toMatchObject({ type: 'Headless', ips: [], dnsName: 'backendvm.backend.prod2.svc.cluster.local' });
    expect(picture(headless).line[1]?.ports).toEqual(['8080/TCP']);
  });

  it('of an alias ends at the name outside', () => {
    const alias = aService({ type: 'ExternalName', externalName: 'db.example.com' });
    expect(contents(alias, { slices: [] }).map(({ box }) => box)).toEqual(['client', 'service', 'alias']);
    expect(contents(alias, { slices: [] })[2]).toEqual({ box: 'alias', target: 'db.example.com' });
  });

  it('draws no address that was not read', () => {
    const { vm } = aReachedVm();
    const drawn = contents(service(), { vms: [{ vm, pods: [], arePodsUnknown: true }], slices: undefined });
    expect(drawn[2]).toMatchObject({ box: 'pod', ips: undefined, match: 'not-checked', isReady: undefined });
  });
});

describe('the states in a picture', () => {
  const states = (drawn: Service, vms: readonly SeenVm[], slices: readonly EndpointSlice[] = [aSlice()]) => {
    const { line, branches } = picture(drawn, { vms, slices });
    return [line.map(({ state }) => state), ...branches.map((branch) => branch.map(({ state }) => state))];
  };

  it('mark the box where a connection is blocked, and what is behind it', () => {
    expect(states(service({ selector: { tier: 'other' } }), [aReachedVm()], [])).toEqual([
      ['ok', 'blocked-here'],
      ['not-reached', 'not-reached'],
    ]);
    expect(states(service(), [aReachedVm({ vmi: { interfaces: [], networks: [] } })])).toMatchObject([
      ['ok', 'ok'],
      ['blocked-here', 'not-reached'],
    ]);
  });

  it('of several VMs mark the branch, not the Service that the others are reached by', () => {
    const web = aVmOfSeveral('web', 11, {
      vm: { templateLabels: BACKEND },
      vmi: { labels: BACKEND },
      pod: { labels: BACKEND },
    });
    const other = aVmOfSeveral('other', 12);
    const slices = [aSlice({ endpoints: web.pods.map((pod) => anEndpoint({ pod, addresses: ['10.8.0.11'] })) })];
    const [line, first, second] = states(service(), [web, other], slices);
    expect(line).toEqual(['ok', 'ok']);
    expect(first?.[0]).not.toBe('blocked-here');
    expect(second).toEqual(['blocked-here', 'not-reached']);
  });

  it('mark as not checked only what leaves the verdict open', () => {
    const pod = (options: Options) => picture(service(), options).branches[0]?.[0]?.state;
    expect(pod({})).toBe('ok');
    expect(pod({ networkPolicies: undefined })).toBe('not-checked');
  });

  it('of a stopped VM end at its pod', () => {
    expect(states(service(), [aStoppedVm({ templateLabels: BACKEND })], []).at(-1)).toEqual([
      'blocked-here',
      'not-reached',
    ]);
  });
});

describe('a picture of several VMs', () => {
  const several = (count: number) => Array.from({ length: count }, (_, index) => aVmOfSeveral(`vm${index}`, index + 1));

  it('has a branch for each of three, and counts the others of more', () => {
    expect(picture(service(), { vms: several(3) })).toMatchObject({ branches: [{}, {}, {}], more: 0 });
    const { branches, more } = picture(service(), { vms: several(5) });
    expect([branches.length, more]).toEqual([2, 3]);
  });
});
