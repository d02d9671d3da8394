import { Content } from '@patternfly/react-core';
import { rangeOf, type AddressRange } from '../domain/network/cidr';
import { rangeUseText } from './text/addressOriginText';
import { useText } from './useText';

/** Which of the cluster's ranges some addresses are from, each range once; nothing where that is not known. */
export const RangeNotes = ({
  ips,
  ranges,
}: {
  readonly ips: readonly string[];
  readonly ranges: readonly AddressRange[];
}) => {
  const t = useText();
  const found = new Set(ips.flatMap((ip) => rangeOf(ip, ranges) ?? []));
  return (
    <>
      {[...found].map((range) => (
        <Content key={range.cidr} component="small">
          {rangeUseText(t, range)}
        </Content>
      ))}
    </>
  );
};
