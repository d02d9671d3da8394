/** One kind of thing that this browser tab keeps across a reload. */
export interface SessionStore<T> {
  /**
   * what was kept under the key; undefined when there is none, it cannot be read, or it is of another version or form
   */
  readonly read: (key: string) => T | undefined;
  /**
   * true when it is kept; false where the storage is full or forbidden: then the page works on, and a reload loses it
   */
  readonly keep: (key: string, value: T) => boolean;
  readonly forget: (key: string) => void;
}

interface StoreOptions<T> {
  /** the first part of each key in the tab's storage */
  readonly name: string;
  /** raised with every change of the form: what another version of this plugin has kept is not read */
  readonly version: number;
  /** checks what was read: the storage may hold anything */
  readonly isValid: (value: unknown) => value is T;
}

/**
 * A part of the tab's `sessionStorage`. The storage throws where the browser forbids it to the site (reading the global
 * itself does) and where it is full (`setItem` does); neither stops the caller.
 */
export function sessionStore<T>({ name, version, isValid }: StoreOptions<T>): SessionStore<T> {
  const keyOf = (key: string) => `expose-vm/${name}/${key}`;
  return {
    read: (key) => {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(key)) ?? 'null');
        if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('value' in kept)) return undefined;
        return kept.version === version && isValid(kept.value) ? kept.value : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (key, value) => {
      try {
        sessionStorage.setItem(keyOf(key), JSON.stringify({ version, value }));
        return true;
      } catch {
        return false;
      }
    },
    forget: (key) => {
      try {
        sessionStorage.removeItem(keyOf(key));
      } catch {
        // a storage that is forbidden holds nothing to forget
      }
    },
  };
}
