import { Content, Progress } from '@patternfly/react-core';
import { shareOfLargest, type SizedRange } from '../domain/network/rangeSize';
import { CopyText } from '../ui/CopyText';
import { useText } from '../ui/useText';

interface RangeBarsProps {
  readonly ranges: readonly (SizedRange & {
    /** the size of the range, in words */
    readonly size?: string | undefined;
    /** what follows from the size, as a sentence */
    readonly note?: string | undefined;
  })[];
  /** all ranges of the page, with which the sizes are compared */
  readonly among: readonly SizedRange[];
}

/** Address ranges to copy, each with a bar that is as long as the range is large compared with the largest one. */
export const RangeBars = ({ ranges, among }: RangeBarsProps) => {
  const t = useText();
  return (
    <>
      {ranges.map(({ cidr, size, note }) => (
        <div key={cidr}>
          <CopyText text={cidr} />
          {size && (
            <Progress
              size="sm"
              measureLocation="outside"
              value={shareOfLargest(cidr, among)}
              label={size}
              valueText={size}
              aria-label={t('Size of {{cidr}}', { cidr })}
            />
          )}
          {note && <Content component="small">{note}</Content>}
        </div>
      ))}
    </>
  );
};
