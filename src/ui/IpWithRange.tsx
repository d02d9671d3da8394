import type { AddressRange } from '../domain/network/cidr';
import { CopyText } from './CopyText';
import { RangeNotes } from './RangeNotes';

/** An address to copy and, where that is known, which of the cluster's ranges it is from. */
export const IpWithRange = ({ ip, ranges }: { readonly ip: string; readonly ranges: readonly AddressRange[] }) => (
  <>
    <CopyText text={ip} />
    <RangeNotes ips={[ip]} ranges={ranges} />
  </>
);
