import { aReachedVm, aSituation } from '../../../../../test/objects/diagnosis';
import { aSlice, anEndpoint } from '../../../../../test/objects/serviceBuilders';
import type { SeenVm } from '../../../k8s/seen';
import { secondaryAddresses } from './secondaryAddresses';

describe('secondaryAddresses', () => {
  it.each<[string, string, string[]]>([
    ["of the pod's", '10.8.0.12', []],
    ['of another network', '192.168.1.5', ['192.168.1.5']],
  ])('is that of an endpoint %s', (_, address, found) => {
    const seen = aReachedVm();
    const interfaces = [
      { name: 'default', ipAddress: '10.8.0.12' },
      { name: 'lan', ipAddress: '192.168.1.5' },
    ];
    const vmi = { ...seen.vmi, status: { ...seen.vmi?.status, interfaces } } as NonNullable<SeenVm['vmi']>;
    const slices = [aSlice({ endpoints: [anEndpoint({ addresses: [address] })] })];
    expect(secondaryAddresses(aSituation({ ...seen, vmi }, {}, slices))).toEqual(found);
  });
});
