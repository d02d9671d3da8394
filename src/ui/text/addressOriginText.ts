import type { AddressOrigin } from '../../domain/network/addressOrigin';
import type { AddressRange } from '../../domain/network/cidr';
import type { Text } from '../useText';

/** A range of the cluster by what its addresses are for. */
export function rangeUseText(t: Text, { use, cidr }: AddressRange): string {
  switch (use) {
    case 'pod':
      return t('Pod network ({{cidr}})', { cidr });
    case 'service':
      return t('Service network ({{cidr}})', { cidr });
    case 'machine':
      return t('Machine network ({{cidr}})', { cidr });
    case 'external-auto-assigned':
      return t('Load balancer range ({{cidr}})', { cidr });
    case 'external-allowed':
      return t('Allowed external IP range ({{cidr}})', { cidr });
  }
}

/**
 * Where an address is from, in a sentence.
 * @param isComplete false when a range or the nodes could not be read, so that the address may still be from there
 */
export function addressOriginText(t: Text, origin: AddressOrigin, isComplete: boolean): string {
  switch (origin.code) {
    case 'no-address':
      return t('Enter an IPv4 or IPv6 address, for example 172.30.5.9.');
    case 'node':
      return t('Address of node {{node}}', { node: origin.node });
    case 'range':
      return rangeUseText(t, origin.range);
    case 'guest':
      return t('Internal address of a VM behind masquerade. All such VMs use it, so it identifies none of them.');
    case 'none':
      return isComplete
        ? t('Not in any range of this cluster')
        : t('Not in any known range. Some ranges of this cluster could not be read.');
  }
}
