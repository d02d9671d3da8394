import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { verdictCountText } from '../text/verdictText';
import { useText } from '../useText';
import { StatusIcon, VERDICT_LOOKS } from './StatusIcon';

interface StatusFilterProps {
  /** names the group for screen readers */
  readonly label: string;
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[];
  /** the statuses that are filtered by; none shows all */
  readonly chosen: readonly Verdict[];
  readonly onToggle: (verdict: Verdict) => void;
  /** true where there is room for the number, but not for its words */
  readonly isTight: boolean;
}

/** How many rows have which status, each a filter. */
export const StatusFilter = ({ label, counts, chosen, onToggle, isTight }: StatusFilterProps) => {
  const t = useText();
  return (
    <ToggleGroup isCompact aria-label={label}>
      {counts.map(({ verdict, count }) => (
        <ToggleGroupItem
          key={verdict}
          icon={<StatusIcon look={VERDICT_LOOKS[verdict]} />}
          text={isTight ? count : verdictCountText(t, verdict, count)}
          aria-label={verdictCountText(t, verdict, count)}
          isSelected={chosen.includes(verdict)}
          onChange={() => onToggle(verdict)}
        />
      ))}
    </ToggleGroup>
  );
};
