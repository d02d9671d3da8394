import { aStoppedVm } from '../../../../test/objects/builders';
import { aSlice, type ServiceOptions } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, findingOf, uncheckedOf } from '../../../../test/objects/diagnosis';
import { aPolicy, type PolicyOptions } from '../../../../test/objects/networkBuilders';
import { diagnose } from '../diagnose';
import { offerFor } from '../offer';
import type { Situation } from '../situation';

const guarded = (
  policies: PolicyOptions[],
  service: ServiceOptions = {},
  more: Partial<Situation> = {},
): Situation => ({
  ...aSituation(aReachedVm(), service),
  namespaceLabels: {},
  networkPolicies: policies.map(aPolicy),
  ...more,
});
const k1 = (...args: Parameters<typeof guarded>) => findingOf(guarded(...args), 'K1');
const SAME_ONLY = [{ podSelector: {} }];
const TWO_PORTS = {
  ports: [
    { name: 'a', port: 80, targetPort: 8080 },
    { name: 'b', port: 22 },
  ],
};

describe('K1: network policies', () => {
  it('blocks when no client is allowed, and names policies and pod port', () => {
    const situation = guarded([{ name: 'deny-all' }, { name: 'ssh', ingress: [{ ports: [{ port: 22 }] }] }]);
    expect(diagnose(situation)).toMatchObject({
      verdict: 'not-reachable',
      findings: [
        {
          code: 'K1',
          grade: 'blocking',
          hop: 'Pod',
          object: { kind: 'NetworkPolicy', names: ['deny-all', 'ssh'] },
          field: 'spec.ingress',
          facts: { isForNobody: true, ports: [{ port: 8080, protocol: 'TCP' }] },
          isPartial: false,
        },
      ],
    });
  });

  it('is a limitation when some clients are allowed, and says which; the VM is then reachable', () => {
    const situation = guarded([{ name: 'same', ingress: [{ from: SAME_ONLY }] }]);
    const diagnosis = diagnose(situation);
    expect(diagnosis.verdict).toBe('reachable');
    expect(diagnosis.findings).toMatchObject([
      { code: 'K1', grade: 'limitation', field: 'spec.ingress[].from', object: { names: ['same'] } },
      { code: 'G1' },
    ]);
    expect(findingOf(situation, 'K1')?.admissions).toEqual([
      {
        port: { port: 8080, protocol: 'TCP' },
        policies: ['same'],
        sources: {
          'same-namespace': 'allowed',
          'other-namespace': 'blocked',
          platform: 'blocked',
          router: 'blocked',
          outside: 'blocked',
        },
      },
    ]);
  });

  it.each<[string, PolicyOptions[], ServiceOptions]>([
    ['no policy', [], {}],
    ['a policy for other pods', [{ podSelector: { matchLabels: { a: 'b' } } }], {}],
    ['a policy that allows all', [{ ingress: [{}] }], {}],
    ['a policy that allows the target port', [{ ingress: [{ ports: [{ port: 8080 }] }] }], {}],
    ['an alias', [{}], { type: 'ExternalName' }],
    ['a named target port that no container has', [{}], { ports: [{ port: 80, targetPort: 'web' }] }],
  ])('is not said with %s', (_, policies, service) => {
    expect(k1(policies, service)).toBeUndefined();
  });

  it('counts the target port, not the port of the Service', () => {
    expect(k1([{ ingress: [{ ports: [{ port: 80 }] }] }])?.grade).toBe('blocking');
    expect(k1([{ ingress: [{ ports: [{ port: 80 }] }] }], { ports: [{ port: 80 }] })).toBeUndefined();
  });

  it('counts the port of a slice that is kept by hand, whatever target the Service names', () => {
    const ports = [{ port: 80, targetPort: 'web' }];
    const endpointSlices = [aSlice({ managedBy: '', ports: [{ port: 9000 }] })];
    const only = (port: number): PolicyOptions[] => [{ ingress: [{ ports: [{ port }] }] }];
    expect(k1(only(80), { ports }, { endpointSlices })?.needed).toBe('9000/TCP');
    expect(k1(only(9000), { ports }, { endpointSlices })).toBeUndefined();
  });

  it("resolves a named target port by the pod's containers", () => {
    const vm = aReachedVm();
    const pods = vm.pods.map((pod) => ({
      ...pod,
      spec: { ...pod.spec, containers: [{ name: 'compute', ports: [{ name: 'web', containerPort: 8443 }] }] },
    }));
    expect(k1([{}], { ports: [{ port: 80, targetPort: 'web' }] }, { vm: { ...vm, pods } })?.needed).toBe('8443/TCP');
  });

  it('is partial when only some of the ports are blocked: the VM is partly reachable', () => {
    const situation = guarded([{ ingress: [{ ports: [{ port: 8080 }] }] }], TWO_PORTS);
    expect(diagnose(situation)).toMatchObject({
      verdict: 'partly-reachable',
      findings: [
        { code: 'K1', grade: 'blocking', facts: { ports: [{ port: 22, protocol: 'TCP' }] }, isPartial: true },
        { code: 'G1' },
      ],
    });
  });

  it('tells of every port that not everybody gets to, when one is shut', () => {
    const finding = k1([{ ingress: [{ from: SAME_ONLY, ports: [{ port: 8080 }] }] }], TWO_PORTS);
    expect([finding?.needed, finding?.admissions?.map(({ port }) => port?.port)]).toEqual(['22/TCP', [8080, 22]]);
  });

  const isK1Unchecked = (situation: Situation): boolean => uncheckedOf(diagnose(situation)).includes('K1');

  it('says nothing when the policies or the pods were not read', () => {
    const unread = guarded([{}], {}, { networkPolicies: undefined });
    expect([findingOf(unread, 'K1'), isK1Unchecked(unread)]).toEqual([undefined, true]);
    const podless = guarded([{}], {}, { vm: { ...aReachedVm(), pods: [], arePodsUnknown: true } });
    expect([findingOf(podless, 'K1'), isK1Unchecked(podless)]).toEqual([undefined, true]);
    expect(isK1Unchecked(guarded([]))).toBe(false);
  });

  describe('of a planned Service', () => {
    const forLabel = (label: string) => [{ podSelector: { matchLabels: { [label]: 'x' } } }];
    const planned = (restarts: boolean, label: string, selector = {}) => {
      const vm = aReachedVm({ vm: { templateLabels: { pending: 'x' } }, pod: { labels: { live: 'x' } } });
      return k1(forLabel(label), { selector }, { vm, planned: { restarts } })?.code;
    };

    it.each<[string, boolean, string | undefined]>([
      ['live', false, 'K1'],
      ['pending', false, undefined],
      ['live', true, undefined],
      ['pending', true, 'K1'],
    ])('looks at the labels that the pod will have: %s, restarted %s', (label, restarts, code) => {
      expect(planned(restarts, label)).toBe(code);
    });

    it('sees the labels that the plan sets', () => {
      expect(planned(false, 'tier', { tier: 'x' })).toBe('K1');
      expect(k1(forLabel('tier'), { selector: { tier: 'x' } })).toBeUndefined();
    });
  });

  it('is about any port where the Service has none', () => {
    const headless: ServiceOptions = { ports: [] };
    const denied = guarded([{}], headless);
    expect(diagnose(denied)).toMatchObject({
      verdict: 'not-reachable',
      findings: [{ code: 'K1', grade: 'blocking', facts: { ports: [undefined] }, isPartial: false }],
    });
    // which of them to open is not known
    expect(offerFor('K1', denied).steps).toEqual([]);
    expect(k1([{ ingress: [{ ports: [{ port: 22 }] }] }], headless)?.grade).toBe('limitation');
    expect(k1([{ ingress: [{}] }], headless)).toBeUndefined();
  });

  const forLabels = (matchLabels: Record<string, string>) => [{ podSelector: { matchLabels } }];

  it.each<[string, Record<string, string>]>([
    ['of the pods of VMs', { 'kubevirt.io': 'virt-launcher' }],
    ['of its hostname', { 'vm.kubevirt.io/name': 'backendvm' }],
  ])('knows the labels that KubeVirt sets on a VM that does not run: %s', (_, labels) => {
    expect(k1(forLabels(labels), {}, { vm: aStoppedVm() })?.grade).toBe('blocking');
    expect(k1(forLabels(labels), {}, { vm: aReachedVm(), planned: { restarts: true } })?.grade).toBe('blocking');
  });

  it('does not decide by the id label of a VM that does not run: older versions of KubeVirt do not set it', () => {
    const id = forLabels({ 'vmi.kubevirt.io/id': 'backendvm' });
    const stopped = guarded(id, {}, { vm: aStoppedVm() });
    expect([findingOf(stopped, 'K1'), isK1Unchecked(stopped)]).toEqual([undefined, true]);
    const allowed = guarded([...id, { ingress: [{}] }], {}, { vm: aStoppedVm() });
    expect([findingOf(allowed, 'K1'), isK1Unchecked(allowed)]).toEqual([undefined, false]);
    expect(
      k1(
        id,
        {},
        { vm: aReachedVm({ pod: { labels: { 'vmi.kubevirt.io/id': 'backendvm' } } }), planned: { restarts: true } },
      )?.grade,
    ).toBe('blocking');
  });

  it("resolves names of ports by the template's interfaces while the VM does not run", () => {
    const web = { ports: [{ port: 80, targetPort: 'web' }] };
    const vm = aStoppedVm({
      interfaces: [{ name: 'default', masquerade: {}, ports: [{ name: 'web', port: 8443 }] }],
    });
    expect(k1([{}], web, { vm })?.needed).toBe('8443/TCP');
    expect(k1([{ ingress: [{ ports: [{ port: 'web' }] }] }], web, { vm })).toBeUndefined();
    expect(k1([{ ingress: [{ ports: [{ port: 'ssh' }] }] }], web, { vm })?.grade).toBe('blocking');
  });

  it('is no block where the platform may connect: the host network, monitoring', () => {
    const from = (label: string, value = '') => [
      {},
      { name: 'platform', ingress: [{ from: [{ namespaceSelector: { matchLabels: { [label]: value } } }] }] },
    ];
    const route = { metadata: { name: 'portal' }, spec: { to: { kind: 'Service', name: 'backend' } } };
    const found = guarded(from('policy-group.network.openshift.io/host-network'), {}, { routes: [route] });
    expect(findingOf(found, 'K1')).toMatchObject({
      grade: 'limitation',
      facts: { admissions: [{ sources: { 'same-namespace': 'blocked', router: 'some' } }] },
    });
    expect(offerFor('K1', found).steps).toEqual([]);
    expect(k1(from('network.openshift.io/policy-group', 'monitoring'))?.grade).toBe('limitation');
    expect(k1(from('kubernetes.io/metadata.name', 'openshift-monitoring'))?.grade).toBe('limitation');
  });

  it('judges a stopped VM by its template', () => {
    const situation = guarded(
      [{ podSelector: { matchLabels: { tier: 'backend' } } }],
      {},
      { vm: aStoppedVm({ templateLabels: { tier: 'backend' } }) },
    );
    expect(findingOf(situation, 'K1')?.grade).toBe('blocking');
  });
});

describe('K4: addresses that a policy allows and may not see', () => {
  const OFFICE = [{}, { name: 'office', ingress: [{ from: [{ ipBlock: { cidr: '198.51.100.0/24' } }] }] }];
  const k4 = (service: ServiceOptions, policies: PolicyOptions[] = OFFICE) =>
    findingOf(guarded(policies, service), 'K4');

  it('are told of node ports and load balancers', () => {
    expect(k4({ type: 'NodePort' })).toMatchObject({
      grade: 'limitation',
      facts: { blocks: ['198.51.100.0/24'], policies: ['policy', 'office'] },
    });
    expect(k4({ type: 'LoadBalancer' })).toBeDefined();
  });

  it.each<[string, ServiceOptions, PolicyOptions[]]>([
    ['inside the cluster', {}, OFFICE],
    ["where the client's address is kept", { type: 'NodePort', externalTrafficPolicy: 'Local' }, OFFICE],
    [
      'where all addresses are allowed',
      { type: 'NodePort' },
      [{ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] }],
    ],
    ['where nothing is restricted', { type: 'NodePort' }, []],
  ])('are not said %s', (_, service, policies) => {
    expect(k4(service, policies)).toBeUndefined();
  });
});
