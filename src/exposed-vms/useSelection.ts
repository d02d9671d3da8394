import { useCallback, useMemo, useState } from 'react';
import type { ListedRow } from '../domain/exposed/listedRow';

export interface Selection {
  /** keys of rows, those that the filter hides not among them */
  readonly selected: ReadonlySet<string>;
  readonly selectedRows: readonly ListedRow[];
  readonly select: (keys: readonly string[], isSelected: boolean) => void;
  readonly selectNone: () => void;
}

/**
 * The selected rows. One that is deleted, or hidden by the filter, does not count: nothing is done to what is not seen.
 * @param listed the rows that the filter takes
 */
export function useSelection(listed: readonly ListedRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selectedRows = useMemo(
    () => (chosen.size === 0 ? [] : listed.filter(({ key }) => chosen.has(key))),
    [listed, chosen],
  );
  const selected = useMemo(() => new Set(selectedRows.map(({ key }) => key)), [selectedRows]);
  const select = useCallback(
    (keys: readonly string[], isSelected: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        keys.forEach((key) => (isSelected ? next.add(key) : next.delete(key)));
        return next;
      }),
    [],
  );
  return {
    selected,
    selectedRows,
    select,
    selectNone: () => setChosen(new Set()),
  };
}
