import { addressed, balanced, FULL_NAME, headless, SHOP_ROUTE } from '../../../test/objects/addressedService';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { furtherAddresses } from './furtherAddresses';
import type { AddressedService } from './mainAddress';

describe('the other names and addresses', () => {
  const texts = (given: AddressedService) => furtherAddresses(given).map(({ text }) => text);

  it('leave out what is said first', () => {
    expect(texts(addressed())).toEqual(['backend.prod2', 'backend']);
    expect(texts(balanced([{ ip: '192.0.2.7' }]))).toEqual([
      FULL_NAME,
      'backend.prod2',
      'backend',
      '172.30.123.204',
      '192.168.1.11:30080',
    ]);
  });

  it('have every way of a Service that is waited for', () => {
    expect(texts(balanced([]))).toContain('192.168.1.11:30080');
    expect(texts(addressed({}, {}, { route: SHOP_ROUTE }))).not.toContain('https://shop.example.com/');
  });

  it('have the names of the VMs, with whether DNS has them', () => {
    const isThere = (given: AddressedService) =>
      furtherAddresses(given).flatMap((address) => (address.is === 'vm-name' ? [address.isThere] : []));
    const two = ['web', 'db'].map((name, index) => aVmOfSeveral(name, index + 1, { vm: { subdomain: 'backend' } }));
    expect(isThere({ ...headless(), vms: two })).toEqual([false, false]);
    expect(isThere({ ...headless(), vms: two, endpointSlices: undefined })).toEqual([undefined, undefined]);
  });
});
