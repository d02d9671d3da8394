import { useCallback, useMemo, useState } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

type OnFilterChange = (type: string, value: { selected?: string[] }) => void;

/** The deprecated list filter, by name only: `[all, filtered, onFilterChange]`. */
export function useListPageFilter<D extends K8sResourceCommon>(data: D[] | undefined): [D[], D[], OnFilterChange] {
  const [name, setName] = useState('');
  const all = useMemo(() => data ?? [], [data]);
  const filtered = useMemo(() => all.filter((item) => item.metadata?.name?.includes(name)), [all, name]);
  const onFilterChange = useCallback<OnFilterChange>((type, value) => {
    if (type === 'name') {
      setName(value.selected?.[0] ?? '');
    }
  }, []);
  return [all, filtered, onFilterChange];
}
