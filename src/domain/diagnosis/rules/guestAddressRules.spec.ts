import { aReachedVm, aSituation, findingOf } from '../../../../test/objects/diagnosis';
import type { SeenVm } from '../../k8s/seen';

const on = (...interfaces: object[]) => {
  const seen = aReachedVm();
  return aSituation({
    ...seen,
    vmi: { ...seen.vmi, status: { ...seen.vmi?.status, interfaces } } as NonNullable<SeenVm['vmi']>,
  });
};

describe('N10: the addresses of the guest', () => {
  it.each<[string, object[], readonly string[] | undefined]>([
    ['one of DHCP', [{ name: 'default', ipAddress: '10.8.0.12' }], undefined],
    ['none', [{ name: 'default' }], undefined],
    ['one that it gave itself', [{ name: 'default', ipAddress: '169.254.113.7' }], ['169.254.113.7']],
    ['one of the link alone', [{ name: 'default', ipAddress: 'fe80::1', ipAddresses: ['fe80::1'] }], ['fe80::1']],
    [
      'one of the link beside one of DHCP',
      [{ name: 'default', ipAddress: '10.8.0.12', ipAddresses: ['10.8.0.12', 'fe80::1'] }],
      undefined,
    ],
    [
      'one that it gave itself on another network',
      [
        { name: 'default', ipAddress: '10.8.0.12' },
        { name: 'lan', ipAddress: '169.254.113.7' },
      ],
      undefined,
    ],
  ])('are %s', (_, interfaces, addresses) => {
    expect(findingOf(on(...interfaces), 'N10')?.facts.addresses).toEqual(addresses);
  });
});
