import { useEffect, useState } from 'react';
import { isSameValue } from '../../domain/k8s/sameValue';

/** The value as it was when it had last not changed for so long; the first value counts at once. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState({ value });
  useEffect(() => {
    if (isSameValue(value, settled.value)) return undefined;
    const timer = setTimeout(() => setSettled({ value }), milliseconds);
    return () => clearTimeout(timer);
  }, [value, settled, milliseconds]);
  return settled.value;
}
