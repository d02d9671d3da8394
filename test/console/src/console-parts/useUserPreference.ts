import { useCallback, useEffect, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import { serverFlags } from '../serverFlags';

const CHANGED = 'standin-preference-changed';
const storageKey = (key: string): string => `standin.preference.${serverFlags.standIn.user}.${key}`;

function stored<T>(key: string): T | undefined {
  const text = localStorage.getItem(storageKey(key));
  return text === null ? undefined : (JSON.parse(text) as T);
}

/**
 * `[value, setValue, loaded]`. The console keeps preferences in a ConfigMap and is not loaded at first;
 * here localStorage holds them, and the first render still says "not loaded", so a flash shows up.
 */
export function useUserPreference<T>(
  key: string,
  defaultValue?: T,
): [T | undefined, Dispatch<SetStateAction<T | undefined>>, boolean] {
  const [value, setValue] = useState<T | undefined>(defaultValue);
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    const read = (): void => setValue((before) => stored<T>(key) ?? before);
    read();
    setLoaded(true);
    const changed = (event: Event): void => {
      if ((event as CustomEvent<string>).detail === key) {
        read();
      }
    };
    window.addEventListener(CHANGED, changed);
    return () => window.removeEventListener(CHANGED, changed);
  }, [key]);

  const change = useCallback<Dispatch<SetStateAction<T | undefined>>>(
    (next) => {
      const before = stored<T>(key) ?? defaultValue;
      const after = typeof next === 'function' ? (next as (before: T | undefined) => T | undefined)(before) : next;
      localStorage.setItem(storageKey(key), JSON.stringify(after ?? null));
      setValue(after);
      // Every user of the preference on the page follows, as with the real console's ConfigMap.
      window.dispatchEvent(new CustomEvent(CHANGED, { detail: key }));
    },
    [key, defaultValue],
  );
  return [value, change, loaded];
}

/** Its name up to 4.21. */
export const useUserSettings = useUserPreference;
