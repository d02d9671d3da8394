/** One entry of the navigation, stock or from a plugin. */
export interface NavEntry {
  id: string;
  kind: 'section' | 'link' | 'separator';
  name?: string;
  href?: string;
  startsWith?: string[];
  section?: string;
  insertBefore?: string | string[];
  insertAfter?: string | string[];
  dataAttributes?: Record<string, string>;
}

export interface NavNode extends NavEntry {
  children: NavEntry[];
}

const asArray = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Where among the entries already placed an entry wants to go; undefined when its neighbour is not there. */
function wantedPosition(entry: NavEntry, placed: NavEntry[]): number | undefined {
  for (const id of asArray(entry.insertBefore)) {
    const at = placed.findIndex((other) => other.id === id);
    if (at >= 0) {
      return at;
    }
  }
  for (const id of asArray(entry.insertAfter)) {
    const at = placed.findIndex((other) => other.id === id);
    if (at >= 0) {
      return at + 1;
    }
  }
  return undefined;
}

/**
 * Orders entries by their insertBefore and insertAfter, of which the first neighbour found counts. Entries
 * may name one another in any order; one whose neighbours never appear goes to the end.
 */
export function ordered<E extends NavEntry>(entries: E[]): E[] {
  const placed: E[] = [];
  let waiting = entries.filter((entry) => {
    const isFree = asArray(entry.insertBefore).length + asArray(entry.insertAfter).length === 0;
    if (isFree) {
      placed.push(entry);
    }
    return !isFree;
  });
  for (let progress = true; progress;) {
    const stillWaiting = waiting.filter((entry) => {
      const at = wantedPosition(entry, placed);
      if (at !== undefined) {
        placed.splice(at, 0, entry);
      }
      return at === undefined;
    });
    progress = stillWaiting.length < waiting.length;
    waiting = stillWaiting;
  }
  return [...placed, ...waiting];
}

/** Puts links into their sections. A link into a section that does not exist is not shown, as in the console. */
export function toTree(entries: NavEntry[]): NavNode[] {
  const topLevel = entries.filter((entry) => entry.section === undefined);
  return ordered(topLevel).map((entry) => ({
    ...entry,
    children: entry.kind === 'section' ? ordered(entries.filter((other) => other.section === entry.id)) : [],
  }));
}
