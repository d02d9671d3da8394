import { useState } from 'react';
import { isSameValue } from '../../domain/k8s/sameValue';

/**
 * The same object for as long as it says the same, as a dependency of effects and memos: what is worked out from the
 * cluster is another object at each render. Keys in another order say the same, and an undefined field is as good as
 * none.
 * @param value plain data of the API; no functions
 */
export function useStable<T>(value: T): T {
  const [stable, setStable] = useState<{ readonly value: T }>({ value });
  if (Object.is(stable.value, value) || isSameValue(stable.value, value)) return stable.value;
  setStable({ value });
  return value;
}
