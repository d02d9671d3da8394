import { VM_NAME, aPod, aRunningVm, aStoppedVm, aVm, aVmi } from '../../../test/objects/builders';
import { identitySelector, isIdentitySelector } from './identity';

describe('identitySelector', () => {
  it('is the id label of the live pod', () => {
    expect(identitySelector(aRunningVm())).toEqual({ 'vmi.kubevirt.io/id': VM_NAME });
  });

  it('takes the value from the pod, never from the name of the VM', () => {
    expect(identitySelector(aRunningVm({ pod: { labels: { 'vmi.kubevirt.io/id': 'cut-name-1a2b3c4d' } } }))).toEqual({
      'vmi.kubevirt.io/id': 'cut-name-1a2b3c4d',
    });
  });

  it('is the name label on a pod that was made before KubeVirt had ids, with the hostname as its value', () => {
    const old = { vm: aVm(), vmi: aVmi(), pods: [aPod({ labels: { 'vm.kubevirt.io/name': 'guest-hostname' } })] };
    expect(identitySelector(old)).toEqual({ 'vm.kubevirt.io/name': 'guest-hostname' });
  });

  it('is not known while no pod lives', () => {
    expect(identitySelector(aStoppedVm())).toBeUndefined();
    expect(identitySelector(aRunningVm({ pod: { phase: 'Succeeded' } }))).toBeUndefined();
    expect(identitySelector({ vm: aVm(), vmi: aVmi(), pods: [aPod({ labels: { tier: 'backend' } })] })).toBeUndefined();
  });
});

describe('isIdentitySelector', () => {
  it.each([
    [true, { 'vmi.kubevirt.io/id': VM_NAME }],
    [true, { 'vm.kubevirt.io/name': VM_NAME }],
    [false, { 'vmi.kubevirt.io/id': VM_NAME, tier: 'backend' }],
    [false, { tier: 'backend' }],
    [false, {}],
    [false, undefined],
  ])('is %s of %j', (isIdentity, selector) => {
    expect(isIdentitySelector(selector)).toBe(isIdentity);
  });
});
