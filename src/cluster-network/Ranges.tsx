import { Content, Label, List, ListItem } from '@patternfly/react-core';
import type { IpFamily } from '../domain/network/cidr';
import { CopyText } from '../ui/CopyText';

interface RangesProps {
  readonly ranges: readonly {
    readonly cidr: string;
    readonly family?: IpFamily;
    /** the size of the range, in words */
    readonly text?: string | undefined;
  }[];
}

/** Address ranges with copy buttons; the IP family is named when there are both. */
export const Ranges = ({ ranges }: RangesProps) => {
  const areMixed = new Set(ranges.map(({ family }) => family)).size > 1;
  return (
    <List isPlain>
      {ranges.map(({ cidr, family, text }, index) => (
        <ListItem key={index}>
          <CopyText text={cidr} /> {areMixed && family && <Label isCompact>{family}</Label>}
          {text && <Content component="small">{text}</Content>}
        </ListItem>
      ))}
    </List>
  );
};
