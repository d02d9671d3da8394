import { t } from '../../../test/components/texts';
import type { AddressOrigin } from '../../domain/network/addressOrigin';
import type { RangeUse } from '../../domain/network/cidr';
import { addressOriginText, rangeUseText } from './addressOriginText';

it('words every use of a range, each in its own way', () => {
  const uses: RangeUse[] = ['pod', 'service', 'machine', 'external-auto-assigned', 'external-allowed'];
  const texts = uses.map((use) => rangeUseText(t, { use, cidr: '10.8.0.0/14' }));
  expect(new Set(texts).size).toBe(uses.length);
  expect(texts[0]).toBe('Pod network (10.8.0.0/14)');
});

it.each<[AddressOrigin, boolean, string]>([
  [{ code: 'no-address' }, true, 'Enter an IPv4 or IPv6 address, for example 172.30.5.9.'],
  [{ code: 'node', node: 'worker-1' }, true, 'Address of node worker-1'],
  [{ code: 'range', range: { use: 'service', cidr: '172.30.0.0/16' } }, false, 'Service network (172.30.0.0/16)'],
  [
    { code: 'guest' },
    true,
    'Internal address of a VM behind masquerade. All such VMs use it, so it identifies none of them.',
  ],
  [{ code: 'none' }, true, 'Not in any range of this cluster'],
  [{ code: 'none' }, false, 'Not in any known range. Some ranges of this cluster could not be read.'],
])('%j, all read: %s', (origin, isComplete, text) => {
  expect(addressOriginText(t, origin, isComplete)).toBe(text);
});
