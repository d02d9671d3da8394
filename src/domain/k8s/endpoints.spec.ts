import { aPod, aRunningVm, aStoppedVm, aVmi } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { addressesOf, endpointsIn, endpointsOf, slicesOf, takesTraffic } from './endpoints';
import type { Endpoint } from './objects';
import type { SeenVm } from './seen';

const vm = aRunningVm();
const handMade = (address: string) => ({ addresses: [address] });
const isEndpointOf = (endpoint: Endpoint, seen: SeenVm): boolean =>
  endpointsIn(aSlice({ endpoints: [endpoint] }), seen).length > 0;

describe('the slices of a Service', () => {
  it('are those with its name in the label, of its namespace', () => {
    const own = aSlice();
    expect(slicesOf(aService(), [aSlice({ service: 'other' }), own, aSlice({ namespace: 'elsewhere' })])).toEqual([
      own,
    ]);
  });
});

describe("a VM's addresses", () => {
  it("are those of its live pods and of its VMI's interfaces", () => {
    const seen = {
      ...vm,
      vmi: aVmi({ ip: '10.8.0.99' }),
      pods: [
        aPod({ ip: '10.8.0.12' }),
        aPod({ ip: '10.8.0.13', deleting: true }),
        aPod({ ip: '10.8.0.14', phase: 'Succeeded' }),
      ],
    };
    expect([...addressesOf(seen)].sort()).toEqual(['10.8.0.12', '10.8.0.99']);
  });

  it('include both families and no blank', () => {
    const vmi = {
      ...aVmi(),
      status: {
        interfaces: [{ name: 'default', ipAddress: '', ipAddresses: ['10.8.0.12', 'fd00::c'] }, { name: 'second' }],
      },
    };
    expect([...addressesOf({ ...vm, vmi, pods: [] })]).toEqual(['10.8.0.12', 'fd00::c']);
    expect(addressesOf(aStoppedVm()).size).toBe(0);
  });
});

describe('an endpoint', () => {
  it("is the VM when it points to its live pod's uid, whatever the address", () => {
    expect(isEndpointOf(anEndpoint({ addresses: ['192.0.2.1'] }), vm)).toBe(true);
  });

  it('is not the VM when it points to another pod, even at the same address', () => {
    expect(isEndpointOf(anEndpoint({ pod: aPod({ uid: 'pod-of-another' }) }), vm)).toBe(false);
  });

  it('is not the VM when it points to a pod of it that is gone', () => {
    expect(isEndpointOf(anEndpoint(), aRunningVm({ pod: { deleting: true } }))).toBe(false);
  });

  it('made by hand, without a pod, is the VM when it has one of its addresses', () => {
    expect(isEndpointOf(handMade('10.8.0.12'), vm)).toBe(true);
    expect(isEndpointOf(handMade('10.8.0.13'), vm)).toBe(false);
    expect(isEndpointOf(handMade('10.8.0.12'), aStoppedVm())).toBe(false);
  });

  it.each([
    [{ ready: true }, true],
    [{ ready: false }, false],
    [{}, true],
    [undefined, true],
  ])('with conditions %j takes traffic: %s', (conditions, answer) => {
    expect(takesTraffic({ addresses: [], ...(conditions ? { conditions } : {}) })).toBe(answer);
  });

  it('is found over all slices of its Service', () => {
    const other = anEndpoint({ pod: aPod({ uid: 'pod-of-another' }) });
    const slices = [
      aSlice({ endpoints: [other] }),
      aSlice({ endpoints: [anEndpoint()] }),
      aSlice({ service: 'other' }),
    ];
    expect(endpointsOf(aService(), vm, slices)).toEqual([anEndpoint()]);
  });

  it('is missing from a slice without any', () => {
    const empty = { ...aSlice(), endpoints: undefined };
    expect(endpointsOf(aService(), vm, [empty as unknown as ReturnType<typeof aSlice>])).toEqual([]);
  });
});
