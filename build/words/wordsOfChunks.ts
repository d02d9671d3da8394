import ts from 'typescript';

/** One of the build's files. */
export interface ChunkOfBuild {
  readonly id: string;
  /** the keys of the texts that its code shows */
  readonly keys: ReadonlySet<string>;
}

/** What one `import()` loads together. */
export interface PartOfBuild {
  /** the one that fewest others load too comes first */
  readonly chunks: readonly ChunkOfBuild[];
  /** the parts from which it is loaded; none for what the console itself loads */
  readonly parents: readonly PartOfBuild[];
}

/** Texts of fewer characters than this come with other words: a request costs more than they do. */
const OWN_FILE_FROM = 1500;

/** The key without what tells the plural form. */
export const stemOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

/**
 * The keys that a module shows: its literals that are one. A literal that only looks like a key costs a few bytes.
 * @param code the module's JavaScript
 * @param keys of all texts, without plural forms
 */
export function keysIn(code: string, keys: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && keys.has(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext));
  return [...found];
}

const lengthOf = (keys: Iterable<string>): number => [...keys].reduce((sum, key) => sum + key.length, 0);
const without = (keys: Iterable<string>, others: ReadonlySet<string>): string[] =>
  [...keys].filter((key) => !others.has(key));
const isOfConsole = ({ parents }: PartOfBuild): boolean => parents.length === 0;
/** Loaded right from what the console loads, so nothing is there before it. */
const isPage = ({ parents }: PartOfBuild): boolean => parents.some(isOfConsole);

/** Which keys come with which chunk. */
export interface WordsOfChunks {
  /** those that the console has to have on every page: menus, navigation, and what it loads by itself */
  readonly everywhere: ReadonlySet<string>;
  /** by the id of the chunk with which a file of words is fetched */
  readonly byChunk: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What all ways to a part have loaded before it. */
function loadedBefore(
  parts: readonly PartOfBuild[],
  wordsOf: (part: PartOfBuild) => readonly string[],
): ReadonlyMap<PartOfBuild, ReadonlySet<string>> {
  const before = new Map(parts.map((part): [PartOfBuild, ReadonlySet<string>] => [part, new Set()]));
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const part of parts.filter((one) => !isPage(one))) {
      const [first, ...others] = part.parents.map((one) => new Set([...(before.get(one) ?? []), ...wordsOf(one)]));
      const common = [...(first ?? [])].filter((key) => others.every((keys) => keys.has(key)));
      if (common.length > (before.get(part)?.size ?? 0)) {
        before.set(part, new Set(common));
        isChanged = true;
      }
    }
  }
  return before;
}

/**
 * Divides the words among the chunks of the build: a chunk with many has a file of its own, the words of the others
 * come with a chunk that is loaded together with them, or before.
 * @param all parts of the build
 * @param labels keys that the console shows of itself
 */
export function wordsOfChunks(all: readonly PartOfBuild[], labels: Iterable<string>): WordsOfChunks {
  const ofConsole = all.filter(isOfConsole).flatMap(({ chunks }) => chunks.flatMap(({ keys }) => [...keys]));
  const everywhere = new Set([...labels, ...ofConsole]);
  const parts = all.filter((part) => !isOfConsole(part));
  const hosts = new Map<ChunkOfBuild, Set<string>>();
  for (const part of parts) {
    const large = part.chunks.filter(({ keys }) => lengthOf(without(keys, everywhere)) >= OWN_FILE_FROM);
    const some = large.length === 0 && isPage(part) ? part.chunks.slice(0, 1) : large;
    for (const chunk of some) hosts.set(chunk, new Set(without(chunk.keys, everywhere)));
  }

  /** The chunks with a file that are loaded with a part, or else on each way to it. */
  const hostsOf = (part: PartOfBuild, seen = new Set<PartOfBuild>()): ChunkOfBuild[] => {
    if (seen.has(part)) return [];
    seen.add(part);
    const [host] = part.chunks.filter((chunk) => hosts.has(chunk));
    return host ? [host] : part.parents.flatMap((parent) => hostsOf(parent, seen));
  };
  for (const part of parts)
    for (const { keys } of part.chunks.filter((chunk) => !hosts.has(chunk)))
      for (const host of hostsOf(part)) for (const key of without(keys, everywhere)) hosts.get(host)?.add(key);

  const before = loadedBefore(parts, ({ chunks }) => chunks.flatMap((chunk) => [...(hosts.get(chunk) ?? [])]));
  const byChunk = new Map<string, ReadonlySet<string>>();
  for (const [host, keys] of hosts) {
    const [first, ...others] = parts.filter(({ chunks }) => chunks.includes(host)).map((part) => before.get(part));
    const isThere = (key: string): boolean => first?.has(key) === true && others.every((some) => some?.has(key));
    const own = [...keys].filter((key) => !isThere(key));
    if (own.length > 0) byChunk.set(host.id, new Set(own));
  }
  return { everywhere, byChunk };
}
