import type { Compiler, WebpackPluginInstance } from 'webpack';

const CALLBACK = '__load_plugin_entry__';

/**
 * Lets the entry script call the callback that the console has: `__load_plugin_entry__(name, container)` from OpenShift
 * 4.22 on, `loadPluginEntry("name@version", container)` up to 4.21. 4.22 still takes the old one, with a warning, so
 * the new one goes first.
 * @param source the entry script as the console's build plugin writes it
 * @returns the script for both
 * @throws when the call is not there exactly once: the script would load in one of the consoles only
 */
export function callEitherCallback(
  source: string,
  plugin: { readonly name: string; readonly version: string },
): string {
  const call = `${CALLBACK}('${plugin.name}', `;
  const parts = source.split(call);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`The entry script has ${parts.length - 1} calls of ${call.trim()} … instead of one.`);
  }
  const either =
    `(window.${CALLBACK} || ((name, container) => window.loadPluginEntry(name + '@${plugin.version}', container)))` +
    `('${plugin.name}', `;
  return `${before}${either}${after}`;
}

/** Puts `callEitherCallback` into the build; the build fails when the call to be replaced is not there. */
export class EntryForEveryConsole implements WebpackPluginInstance {
  /** @param plugin name and version as in the plugin's manifest, which older consoles compare */
  constructor(private readonly plugin: { readonly name: string; readonly version: string }) {}

  apply(compiler: Compiler): void {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(EntryForEveryConsole.name, (compilation) => {
      compilation.hooks.processAssets.tap(
        // the console's build plugin writes the name into the call at the stage before; it is made smaller later
        { name: EntryForEveryConsole.name, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE + 1 },
        () => {
          const entry = [...compilation.chunks].find(({ name }) => name === this.plugin.name);
          const scripts = [...(entry?.files ?? [])].filter((file) => file.endsWith('.js'));
          if (scripts.length === 0) compilation.errors.push(new WebpackError('The build has no entry script.'));
          for (const file of scripts) {
            try {
              compilation.updateAsset(
                file,
                (source) => new sources.RawSource(callEitherCallback(source.source().toString(), this.plugin)),
              );
            } catch (error) {
              compilation.errors.push(new WebpackError(`${file}: ${String(error)}`));
            }
          }
        },
      );
    });
  }
}
