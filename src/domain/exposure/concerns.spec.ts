import { VM_NAME, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice, type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { concerns } from './concerns';
import type { SeenVm } from '../k8s/seen';

const vm = aRunningVm({
  vm: { labels: { onlyVm: 'yes' }, templateLabels: { inTemplate: 'yes' }, subdomain: 'mysubdomain' },
  vmi: { labels: { onVmi: 'yes' } },
  pod: { labels: { onPod: 'yes', app: 'shop' } },
});
const isListed = (service: ServiceOptions, slices = [aSlice({ service: 'other' })], seen: SeenVm = vm) =>
  concerns(aService(service), seen, slices);

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
    ['is called like the VM', { name: VM_NAME, selector: { other: 'x' } }],
    ['selects by a value that is the name of the VM, as oc create service has it', { selector: { any: VM_NAME } }],
    ['has a slip in its only key', { selector: { inTemplaet: 'yes' } }],
    ['has a slip in the value of its only key', { selector: { app: 'shpo' } }],
    ["is named as the VM's subdomain", { name: 'mysubdomain', selector: { other: 'x' } }],
  ])('hold one that %s', (_, service) => {
    expect(isListed(service)).toBe(true);
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

  it('are found for a VM by the name that the wizard would give its Service', () => {
    const dotted = aRunningVm({ vm: { name: 'web.prod' } });
    expect(isListed({ name: 'web-prod', selector: { other: 'x' } }, [], dotted)).toBe(true);
  });
});
