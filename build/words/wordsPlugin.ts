import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Chunk, ChunkGroup, Compilation, Compiler, Module, NormalModule, WebpackPluginInstance } from 'webpack';
import {
  keysIn,
  stemOf,
  wordsOfChunks,
  type ChunkOfBuild,
  type PartOfBuild,
  type WordsOfChunks,
} from './wordsOfChunks';
import { withoutOwnWords } from './withoutOwnWords';

type Texts = Readonly<Record<string, string>>;

/** The name of a file of words; `host/partWords.ts` asks for it. */
const fileName = (language: string, chunk: string, hash: string): string =>
  `locales/${language}/${chunk}-words-${hash}.json`;

/** The files of modules that were put together into one, or of the one. */
const innerModules = (module: Module): readonly Module[] =>
  (module as { readonly modules?: readonly Module[] }).modules ?? [module];

/** The JavaScript of a module of ours; nothing of a library's. */
const codeOf = (module: Module): string =>
  (module as Partial<NormalModule>).resource?.includes('node_modules') === false
    ? (module.originalSource()?.source().toString() ?? '')
    : '';

/** The parts of the build with the keys that each of them shows. */
function partsOf(compilation: Compilation, keys: ReadonlySet<string>): PartOfBuild[] {
  const chunks = new Map<Chunk, ChunkOfBuild>();
  for (const chunk of compilation.chunks) {
    const modules = [...compilation.chunkGraph.getChunkModulesIterable(chunk)].flatMap(innerModules);
    const found = modules.map(codeOf).flatMap((code) => keysIn(code, keys));
    chunks.set(chunk, { id: String(chunk.id), keys: new Set(found) });
  }
  const parts = new Map<ChunkGroup, PartOfBuild & { readonly parents: PartOfBuild[] }>();
  for (const group of compilation.chunkGroups) {
    const own = [...group.chunks].sort((one, other) => one.getNumberOfGroups() - other.getNumberOfGroups());
    parts.set(group, { chunks: own.flatMap((chunk) => chunks.get(chunk) ?? []), parents: [] });
  }
  const entries = new Set<ChunkGroup>(compilation.entrypoints.values());
  for (const [group, part] of parts) {
    const loadedBy = group.getParents();
    // the container loads what it exposes when the console asks for it: that is where the console's part ends
    const isEntry = entries.has(group) || loadedBy.some((parent) => entries.has(parent));
    if (!isEntry) part.parents.push(...loadedBy.flatMap((parent) => parts.get(parent) ?? []));
  }
  return [...parts.values()];
}

/**
 * Writes the texts of each language. The console fetches `locales/<language>/plugin__expose-vm.json` on every page of
 * every user, so that file holds the words of menus and navigation only, and says which chunks have more: these come
 * in files of their own, with the code that shows them.
 */
export class WordsPlugin implements WebpackPluginInstance {
  /**
   * @param folder absolute, with a folder for each language
   * @param extensions absolute, console-extensions.json
   */
  constructor(
    private readonly folder: string,
    private readonly extensions: string,
  ) {}

  apply(compiler: Compiler): void {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    const read = (language: string): Texts => JSON.parse(readFileSync(this.fileOf(language), 'utf8')) as Texts;
    compiler.hooks.thisCompilation.tap(WordsPlugin.name, (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: WordsPlugin.name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const english = read('en');
          const languages = readdirSync(this.folder);
          for (const language of languages) compilation.fileDependencies.add(this.fileOf(language));
          const emit = (file: string, texts: Texts) =>
            compilation.emitAsset(file, new sources.RawSource(JSON.stringify(texts)));
          const keys = new Set(Object.keys(english).map(stemOf));
          const words = wordsOfChunks(partsOf(compilation, keys), this.labels());
          const lost = [...keys].filter(
            (key) => !words.everywhere.has(key) && ![...words.byChunk.values()].some((some) => some.has(key)),
          );
          if (lost.length > 0)
            compilation.errors.push(new WebpackError(`No part of the build shows these texts: ${lost.join(' | ')}`));
          emit(`locales/en/${path.basename(this.fileOf('en'))}`, withoutOwnWords(english));
          for (const language of languages.filter((one) => one !== 'en'))
            for (const [file, texts] of filesOf(language, read(language), words)) emit(file, texts);
        },
      );
    });
  }

  private fileOf(language: string): string {
    return path.join(this.folder, language, 'plugin__expose-vm.json');
  }

  /** The labels of navigation, tabs and actions. */
  private labels(): string[] {
    const text = readFileSync(this.extensions, 'utf8');
    return [...text.matchAll(/%plugin__expose-vm~([^%"]+)%/g)].map(([, label = '']) => label);
  }
}

/**
 * The files of a language.
 * @returns name and texts of each
 */
export function filesOf(language: string, all: Texts, { everywhere, byChunk }: WordsOfChunks): [string, Texts][] {
  const texts = withoutOwnWords(all);
  const textsOf = (keys: ReadonlySet<string>): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => keys.has(stemOf(key))));
  const parts = [...byChunk].map(([chunk, keys]): [string, Texts] => [chunk, textsOf(keys)]);
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
  const words = [hash, ...parts.map(([chunk]) => chunk)].join(' ');
  return [
    [`locales/${language}/plugin__expose-vm.json`, { words, ...textsOf(everywhere) }],
    ...parts.map(([chunk, some]): [string, Texts] => [fileName(language, chunk, hash), some]),
  ];
}
