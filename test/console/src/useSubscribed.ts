import { useEffect, useState } from 'react';

/**
 * A value that lives outside of React, which has no hook of its own for it before 18.
 *
 * @param subscribe calls what it is given at each change; gives back what ends that
 * @param read gives the value of now
 */
export function useSubscribed<T>(subscribe: (changed: () => void) => () => void, read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const changed = (): void => setValue(read);
    changed(); // it may have changed before the effect runs
    return subscribe(changed);
  }, [subscribe, read]);
  return value;
}
