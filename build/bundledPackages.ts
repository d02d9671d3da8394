import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Compilation, Compiler, Module, NormalModule, WebpackPluginInstance } from 'webpack';

/** A package of which a part is in the build. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** as SPDX names it */
  readonly license: string;
  /** the text that the license asks to pass on; empty where the package has none */
  readonly text: string;
}

/** The last node_modules of a path, with the package's name. */
const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const LICENSE_FILE = /^(?:licen[cs]e|notice)(?:\.(?:md|txt))?$/i;

/** @param folder of an installed package */
function packageAt(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Omit<
    BundledPackage,
    'text'
  >;
  const texts = readdirSync(folder).filter((file) => LICENSE_FILE.test(file));
  const text = texts.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
  return { name, version, license, text };
}

/** Module that webpack has put together from others. */
type Joined = Module & { readonly modules?: Iterable<Module> };
const parts = (module: Joined): Module[] => (module.modules ? [...module.modules].flatMap(parts) : [module]);

/** @returns the packages that have a module in one of the chunks, by name and version */
function packagesOf({ modules, chunkGraph }: Compilation): BundledPackage[] {
  const inChunks = [...modules].filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0);
  const files = inChunks.flatMap(parts).map((module) => (module as Partial<NormalModule>).resource ?? '');
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(file)?.[0] ?? []));
  const packages = new Map([...folders].map(packageAt).map((one) => [`${one.name}@${one.version}`, one]));
  return [...packages.keys()].sort().flatMap((key) => packages.get(key) ?? []);
}

/**
 * @param packages those that are in the build
 * @returns their names, versions and licenses, a line `name@version (license)` each, followed by the license's text
 */
function licensesText(packages: readonly BundledPackage[]): string {
  const one = ({ name, version, license, text }: BundledPackage) => `${name}@${version} (${license})\n\n${text}\n`;
  return `Expose VM contains parts of these packages.\n\n${packages.map(one).join('\n---\n\n')}`;
}

/**
 * Puts the licenses of all packages that are in the build into `licenses.txt` beside it: whoever gets the files gets
 * what the packages' authors ask to pass on. `dev/sbom.mjs` reads from there what the build contains.
 */
export class BundledPackages implements WebpackPluginInstance {
  apply(compiler: Compiler): void {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(BundledPackages.name, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: BundledPackages.name, stage }, () => {
        const packages = packagesOf(compilation);
        const without = packages.filter(({ license }) => !license);
        compilation.errors.push(...without.map(({ name }) => new WebpackError(`${name} names no license.`)));
        compilation.emitAsset('licenses.txt', new sources.RawSource(licensesText(packages)));
      });
    });
  }
}
