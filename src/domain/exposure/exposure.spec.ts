import { VM_NAME, aPod, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint, type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { exposuresOf } from './exposure';
import type { SeenVm } from '../k8s/seen';

const vm = aRunningVm({
  vm: { labels: { onlyVm: 'yes' }, templateLabels: { inTemplate: 'yes' }, subdomain: 'mysubdomain' },
  vmi: { labels: { onVmi: 'yes' } },
  pod: { labels: { onPod: 'yes', app: 'shop' } },
});
const isListed = (service: ServiceOptions, slices = [aSlice({ service: 'other' })], seen: SeenVm = vm) =>
  exposuresOf(seen, [aService(service)], slices).length === 1;

describe('the Services listed for a VM', () => {
  it.each<[string, ServiceOptions]>([
    ['selects the pod', { selector: { onPod: 'yes' } }],
    ['selects only the VMI', { selector: { onVmi: 'yes' } }],
    ['selects only the template', { selector: { inTemplate: 'yes' } }],
    ['selects only the VM object, a common mistake', { selector: { onlyVm: 'yes' } }],
    ['misses the pod by one key of two', { selector: { onPod: 'yes', zone: 'a' } }],
    ['misses the pod by one value of three', { selector: { onPod: 'yes', app: 'shop', inTemplate: 'no' } }],
    ['names the VM by id', { selector: { 'vmi.kubevirt.io/id': VM_NAME } }],
    [
      'names the VM by the name label, beside two other keys',
      { selector: { 'vm.kubevirt.io/name': VM_NAME, x: '1', y: '2' } },
    ],
    ['names the VM by a label of templates', { selector: { 'kubevirt.io/domain': VM_NAME } }],
    ['names the VM by another label of UIs', { selector: { 'kubevirt.io/vm': VM_NAME } }],
    ['is owned by the VM', { selector: { other: 'x' }, ownerUid: `vm-${VM_NAME}` }],
    ['is owned by the VMI', { selector: { other: 'x' }, ownerUid: 'vmi-1' }],
    ["is named as the VM's subdomain", { name: 'mysubdomain', selector: { other: 'x' } }],
  ])('hold one that %s', (_, service) => {
    expect(isListed(service)).toBe(true);
  });

  it('hold one that was made for the VM, though no label leads to it any more, and say why it does not reach', () => {
    const service = aService({ selector: { lost: 'label' } });
    const madeFor = (names: string) => ({
      ...service,
      metadata: { ...service.metadata, annotations: { 'expose-vm/vms': names } },
    });
    const [found] = exposuresOf(vm, [madeFor(`other,${VM_NAME}`)], []);
    expect(found).toMatchObject({
      verdict: 'does-not-reach',
      findings: [{ code: 'S3', facts: { wanted: { lost: 'label' } } }],
    });
    expect(exposuresOf(vm, [madeFor('other')], [])).toEqual([]);
  });

  it('hold one without a selector whose hand-made slice has an address of the VM', () => {
    expect(
      isListed({ name: 'manual' }, [aSlice({ service: 'manual', endpoints: [{ addresses: ['10.8.0.12'] }] })]),
    ).toBe(true);
    expect(
      isListed({ name: 'manual' }, [aSlice({ service: 'manual', endpoints: [{ addresses: ['10.8.0.99'] }] })]),
    ).toBe(false);
  });

  it.each<[string, ServiceOptions]>([
    ['another label', { selector: { other: 'x' } }],
    ['another value of its only key', { selector: { app: 'other' } }],
    ['two keys wrong of three', { selector: { onPod: 'yes', zone: 'a', region: 'b' } }],
    ['another VM', { selector: { 'vmi.kubevirt.io/id': 'other' } }],
    ['nothing', {}],
    ['an owner that is another VM', { selector: { other: 'x' }, ownerUid: 'vm-other' }],
  ])('do not hold one that has to do with %s', (_, service) => {
    expect(isListed(service)).toBe(false);
  });

  it('are found for a stopped VM by its template', () => {
    expect(isListed({ selector: { tier: 'backend' } }, [], aStoppedVm({ templateLabels: { tier: 'backend' } }))).toBe(
      true,
    );
  });

  it('are found without EndpointSlices, but never said to reach', () => {
    expect(exposuresOf(vm, [aService({ selector: { app: 'shop' } })], undefined).map(({ verdict }) => verdict)).toEqual(
      ['not-checked'],
    );
  });

  it('show those that reach it first, each part by name', () => {
    const reaching = ['zeta', 'alpha'].map((name) => aService({ name, selector: { 'vmi.kubevirt.io/id': VM_NAME } }));
    const missing = ['yotta', 'beta'].map((name) => aService({ name, selector: { inTemplate: 'yes' } }));
    const slices = ['zeta', 'alpha'].map((service) => aSlice({ service, endpoints: [anEndpoint({ pod: aPod() })] }));
    const listed = exposuresOf(vm, [...missing, ...reaching], slices);
    expect(listed.map(({ service, verdict }) => `${service.metadata?.name ?? ''} ${verdict}`)).toEqual([
      'alpha reaches',
      'zeta reaches',
      'beta does-not-reach',
      'yotta does-not-reach',
    ]);
  });
});
