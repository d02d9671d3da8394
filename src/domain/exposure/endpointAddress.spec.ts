import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { anEndpoint } from '../../../test/objects/serviceBuilders';
import { addressOfEndpoint, bridgedAddress } from './endpointAddress';

const VM = aReachedVm();
const unreadPods = { vm: VM.vm, pods: [], arePodsUnknown: true };

describe('the address at which a Service finds a VM', () => {
  it('is the same as that of the VM', () => {
    expect(addressOfEndpoint(VM, [anEndpoint()])).toEqual({
      ips: ['10.8.0.12'],
      vmIps: ['10.8.0.12'],
      match: 'same',
      isReady: true,
    });
  });

  it('is another one', () => {
    expect(addressOfEndpoint(VM, [anEndpoint({ addresses: ['10.8.0.99'] })])).toMatchObject({
      ips: ['10.8.0.99'],
      match: 'different',
    });
  });

  it('is that of the pod where there is no endpoint', () => {
    expect(addressOfEndpoint(VM, [])).toMatchObject({ ips: ['10.8.0.12'], match: 'none', isReady: true });
    expect(addressOfEndpoint(aReachedVm({ pod: { ready: false } }), [])).toMatchObject({ isReady: false });
  });

  it('is of an endpoint that takes no traffic', () => {
    expect(addressOfEndpoint(VM, [anEndpoint({ ready: false })])).toMatchObject({ match: 'same', isReady: false });
  });

  it('of a stopped VM is none', () => {
    expect(addressOfEndpoint(aStoppedVm(), [])).toEqual({ ips: [], vmIps: [], match: 'none', isReady: undefined });
  });

  it('is not known where it was not read', () => {
    expect(addressOfEndpoint(VM, undefined)).toMatchObject({ ips: ['10.8.0.12'], match: 'not-checked' });
    expect(addressOfEndpoint(unreadPods, undefined)).toEqual({
      ips: undefined,
      vmIps: undefined,
      match: 'not-checked',
      isReady: undefined,
    });
    expect(addressOfEndpoint(unreadPods, [anEndpoint()])).toMatchObject({ ips: ['10.8.0.12'], match: 'not-checked' });
  });
});

describe('the address of the guest', () => {
  it('is told by a bridge, and by nothing behind masquerade', () => {
    expect(bridgedAddress(VM)).toBeUndefined();
    expect(bridgedAddress(aReachedVm({ vmi: { interfaces: [{ name: 'default', bridge: {} }] } }))).toBe('10.8.0.12');
    expect(bridgedAddress(aStoppedVm())).toBeUndefined();
  });
});
