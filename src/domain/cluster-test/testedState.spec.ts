import { aReachedVm } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { anEndpoint, aService, aSlice } from '../../../test/objects/serviceBuilders';
import type { SeenVm } from '../k8s/seen';
import { stateTested, type TestedObjects } from './testedState';

const TESTED: TestedObjects = {
  service: aService(),
  vm: aReachedVm(),
  endpointSlices: [aSlice({ endpoints: [anEndpoint()] })],
  networkPolicies: [],
};

describe('the state of what was tested', () => {
  const state = stateTested(TESTED);
  const withVmi = (change: object): SeenVm => {
    const vm = aReachedVm();
    return { ...vm, vmi: { ...vm.vmi, status: { ...vm.vmi?.status, ...change } } as NonNullable<SeenVm['vmi']> };
  };

  it.each<[string, Partial<TestedObjects>]>([
    ['a port', { service: aService({ ports: [{ port: 81 }] }) }],
    ['another pod', { vm: aReachedVm({ pod: { uid: 'pod-2' } }) }],
    ['another node', { vm: aReachedVm({ vmi: { nodeName: 'node2' } }) }],
    ['a pause', { vm: aReachedVm({ vmi: { paused: true } }) }],
    ['an endpoint that is not ready', { endpointSlices: [aSlice({ endpoints: [anEndpoint({ ready: false })] })] }],
    ['a network policy', { networkPolicies: [aPolicy()] }],
    ['policies that are not readable any more', { networkPolicies: undefined }],
  ])('is another after %s', (_, change) => {
    expect(stateTested({ ...TESTED, ...change })).not.toBe(state);
  });

  it('is the same while only what an instance reports of its guest has changed', () => {
    expect(stateTested({ ...TESTED, vm: withVmi({ guestOSInfo: { name: 'Fedora' } }) })).toBe(state);
  });
});
