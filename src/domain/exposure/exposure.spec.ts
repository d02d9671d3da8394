import { VM_NAME, aPod, aRunningVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint, type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { ALL_RULES } from '../diagnosis/catalogue';
import { exposuresOf, type ListReads } from './exposure';

const vm = aRunningVm({
  vm: { labels: { onlyVm: 'yes' }, templateLabels: { inTemplate: 'yes' }, subdomain: 'mysubdomain' },
  vmi: { labels: { onVmi: 'yes' } },
  pod: { labels: { onPod: 'yes', app: 'shop' } },
});

describe('the Services listed for a VM', () => {
  it('hold one that was made for the VM, though no label selects it any more, and say why it is not reachable', () => {
    const service = aService({ selector: { lost: 'label' } });
    const madeFor = (names: string) => ({
      ...service,
      metadata: { ...service.metadata, annotations: { 'expose-vm/vms': names } },
    });
    const [found] = exposuresOf(vm, [madeFor(`other,${VM_NAME}`)], []);
    expect(found).toMatchObject({
      verdict: 'not-reachable',
      findings: [{ code: 'S3', facts: { wanted: { lost: 'label' } } }],
    });
    expect(exposuresOf(vm, [madeFor('other')], [])).toEqual([]);
  });

  it('are found without EndpointSlices, but never said to reach', () => {
    expect(exposuresOf(vm, [aService({ selector: { app: 'shop' } })], undefined).map(({ verdict }) => verdict)).toEqual(
      ['not-checked'],
    );
  });

  const judged = (reads: ListReads, service: ServiceOptions = {}) =>
    exposuresOf(
      vm,
      [aService({ name: 'shop', selector: { app: 'shop' }, ...service })],
      [aSlice({ service: 'shop' })],
      {
        networkPolicies: [],
        routes: [],
        ...reads,
      },
    ).map(({ verdict, findings }) => [verdict, findings[0]?.code]);

  it('are judged by the network policies and Routes of the project', () => {
    expect(judged({})).toEqual([['reachable', 'S7']]);
    expect(judged({ networkPolicies: [aPolicy()] })).toEqual([['not-reachable', 'K1']]);
    expect(judged({ routes: [{ spec: { to: { kind: 'Service', name: 'shop' }, port: { targetPort: 1 } } }] })).toEqual([
      ['partly-reachable', 'R1'],
    ]);
  });

  it.each<keyof ListReads>(['networkPolicies', 'routes'])('are not checked where the %s were not read', (input) => {
    expect(judged({ [input]: undefined })[0]?.[0]).toBe('not-checked');
  });

  it('are partly reachable where a load balancer has no address, whose Events no list reads', () => {
    expect(judged({}, { type: 'LoadBalancer' })[0]).toEqual(['partly-reachable', 'L1']);
  });

  it('can be judged: what a rule that blocks looks at, lists read, or a VM shows that it does not apply', () => {
    const read = ['pods', 'endpointSlices', 'services', 'networkPolicies', 'routes', 'primaryNetwork'];
    const others = ALL_RULES.filter(
      ({ grade, reads = [] }) => grade === 'blocking' && !reads.every((input) => read.includes(input)),
    );
    expect(others.map(({ code }) => code)).toEqual([]);
  });

  it('show those that reach it first, each part by name', () => {
    const reaching = ['zeta', 'alpha'].map((name) => aService({ name, selector: { 'vmi.kubevirt.io/id': VM_NAME } }));
    const missing = ['yotta', 'beta'].map((name) => aService({ name, selector: { inTemplate: 'yes' } }));
    const slices = ['zeta', 'alpha'].map((service) => aSlice({ service, endpoints: [anEndpoint({ pod: aPod() })] }));
    const listed = exposuresOf(vm, [...missing, ...reaching], slices, { networkPolicies: [], routes: [] });
    expect(listed.map(({ service, verdict }) => `${service.metadata?.name ?? ''} ${verdict}`)).toEqual([
      'alpha reachable',
      'zeta reachable',
      'beta not-reachable',
      'yotta not-reachable',
    ]);
  });
});
