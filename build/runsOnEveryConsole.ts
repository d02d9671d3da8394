import type { Compilation, Compiler, Module, NormalModule, WebpackPluginInstance } from 'webpack';
import { CONSOLE_GENERATIONS, REACT_18_API } from './consoleGenerations';

/** What a plugin's own modules ask for at run time. */
interface Needs {
  /** names of shared modules, as the console would have to give them */
  readonly shared: readonly string[];
  /** the code that the plugin brings, what stands in for a missing shared module apart */
  readonly code: readonly { readonly file: string; readonly text: string }[];
}

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
/** In braces of an import or after the dot of a namespace. */
const REACT_18_USE = new RegExp(`(?:[{,]\\s*|\\.)(${REACT_18_API.join('|')})\\b`, 'g');

/**
 * @returns a sentence for each thing that the console of one of the releases does not have: a shared module, or React
 *   18's API; and for react-dom, which no console shares and a second copy of which breaks the page
 */
function whatConsolesLack({ shared, code }: Needs): string[] {
  const modules = [...new Set(shared)].flatMap((name) => {
    const lacking = CONSOLE_GENERATIONS.filter(
      ({ modules, componentPackages }) =>
        !modules.includes(name) && !componentPackages.some((one) => name.startsWith(`${one}/dist/dynamic/`)),
    );
    return lacking.length === 0
      ? []
      : [`${name} is not shared by the console of OpenShift ${lacking.map(({ release }) => release).join(', ')}`];
  });
  const calls = code.flatMap(({ file, text }) =>
    [...text.replace(COMMENTS, '').matchAll(REACT_18_USE)].map(
      ([, name]) => `${file} uses ${name}, which React has from 18 on only`,
    ),
  );
  const dom = code.some(({ file }) => file.includes('node_modules/react-dom/'))
    ? ['react-dom is built in: no console shares it, and the page has one already']
    : [];
  return [...modules, ...calls, ...dom];
}

interface SharedModule extends Module {
  readonly options: { readonly shareKey: string };
}
const isShared = (module: Module): module is SharedModule => module.type === 'consume-shared-module';
const fileOf = (module: Module): string => (module as Partial<NormalModule>).resource ?? '';

/** Follows the imports of the files under a folder, up to what the console shares. */
function needsOf(compilation: Compilation, folder: string): Needs {
  const reached = new Set([...compilation.modules].filter((module) => fileOf(module).startsWith(folder)));
  const shared: string[] = [];
  for (const module of reached) {
    if (isShared(module)) shared.push(module.options.shareKey);
    else
      for (const { module: imported } of compilation.moduleGraph.getOutgoingConnections(module)) reached.add(imported);
  }
  const code = [...reached].flatMap((module) => {
    const text = isShared(module) ? undefined : module.originalSource()?.source().toString();
    return text === undefined ? [] : [{ file: fileOf(module), text }];
  });
  return { shared, code };
}

/** Fails the build when it would not run on the console of each supported release. */
export class RunsOnEveryConsole implements WebpackPluginInstance {
  /** @param folder absolute, of the plugin's own sources */
  constructor(private readonly folder: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap(RunsOnEveryConsole.name, (compilation) => {
      // before modules are put together, so that each is still known by its file
      compilation.hooks.finishModules.tap(RunsOnEveryConsole.name, () => {
        const problems = whatConsolesLack(needsOf(compilation, this.folder));
        compilation.errors.push(...problems.map((problem) => new compiler.webpack.WebpackError(problem)));
      });
    });
  }
}
