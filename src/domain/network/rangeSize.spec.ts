import { shareOfLargest } from './rangeSize';

const among = ['10.8.0.0/14', '172.30.0.0/16', 'fd01::/48', 'fd02::/112', 'none'].map((cidr) => ({ cidr }));

it.each([
  ['10.8.0.0/14', 100],
  ['172.30.0.0/16', 25],
  // of IPv6 the largest is another one
  ['fd01::/48', 100],
  // too small to be seen
  ['fd02::/112', 1],
  // larger than all others
  ['10.0.0.0/8', 100],
  ['none', 0],
])('%s has %s percent of the largest range of its family', (cidr, share) => {
  expect(shareOfLargest(cidr, among)).toBe(share);
});
