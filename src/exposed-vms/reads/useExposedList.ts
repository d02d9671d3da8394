import { useEffect, useMemo, useState } from 'react';
import type { ExposedList, ExposedLists } from '../../domain/exposed/exposedList';
import { isShort, plainExposedVms } from '../../domain/exposed/plainExposedVms';
import { loadPart } from '../../host/loadPart';

type ListOf = (lists: ExposedLists) => ExposedList;

/**
 * The exposed VMs of what was read. The index is fetched for long lists only; where that fails, each Service is
 * compared with each VM, which takes longer and says the same.
 * @param lists undefined where they could not be read
 * @returns undefined without lists, and while the index is fetched
 */
export function useExposedList(lists: ExposedLists | undefined): ExposedList | undefined {
  const [plain] = useState<ListOf>(plainExposedVms);
  const [indexed, setIndexed] = useState<ListOf>();
  const isLong = lists !== undefined && !isShort(lists);
  const isWanted = isLong && !indexed;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    loadPart(() => import('../../domain/exposed/exposedVms')).then(
      ({ exposedVms }) => isCurrent && setIndexed(exposedVms),
      () => isCurrent && setIndexed(plainExposedVms),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  const listOf = indexed ?? (isLong ? undefined : plain);
  return useMemo(() => lists && listOf?.(lists), [lists, listOf]);
}
