import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import type { AnyObject, FeatureFlags, PluginManifest } from '@openshift/dynamic-plugin-sdk';
import { coFetch } from '../console-parts/consoleFetch';
import { store } from '../kubernetes/store';
import { isFrom } from '../release';
import { serverFlags } from '../serverFlags';
import { shareRouters } from '@generation/shareRouters';
import { ENTRY_CALLBACK, takeOldEntries } from './pluginEntry';
import { extensionProblems } from './extensionProblems';
import { shareScopeProblems } from './shareScopeProblems';

declare global {
  interface Window {
    /** For tests: the store itself, and what plugins can take from the console. */
    pluginStore?: PluginStore;
    webpackSharedScope?: AnyObject;
  }
}

const PLUGIN_API = '@console/pluginAPI';
const names = serverFlags.consolePlugins;

async function openShareScope(): Promise<AnyObject> {
  await __webpack_init_sharing__('default');
  const scope = __webpack_share_scopes__.default as AnyObject;
  shareRouters(scope);
  shareScopeProblems(Object.keys(scope)).forEach((problem) => console.error(problem));
  return scope;
}

/** What the manifest may hold at its top, and nothing else, up to 4.21. */
const MANIFEST_KEYS = [
  'name',
  'version',
  'baseURL',
  'buildHash',
  'customProperties',
  'dependencies',
  'extensions',
  'loadScripts',
  'optionalDependencies',
  'registrationMethod',
];

/** The console loads built manifests only, and a manifest of another build tool is refused. */
function checkManifest<T extends PluginManifest>(manifest: T): T {
  if (manifest.registrationMethod !== 'callback') {
    throw new Error(
      `Plugin ${manifest.name}: registrationMethod "${manifest.registrationMethod}" is not supported, only "callback".`,
    );
  }
  const unknown = isFrom('4.22') ? [] : Object.keys(manifest).filter((key) => !MANIFEST_KEYS.includes(key));
  if (unknown.length > 0) {
    throw new Error(`Plugin ${manifest.name}: the manifest has ${unknown.join(', ')}, which the console refuses.`);
  }
  extensionProblems(manifest.extensions).forEach((problem) => console.error(`Plugin ${manifest.name}: ${problem}`));
  return manifest;
}

/** Makes the store that holds the plugins, with the console's rules for what may load. */
export async function createPluginStore(): Promise<PluginStore> {
  const sharedScope = await openShareScope();
  const pluginStore = new PluginStore({
    loaderOptions: {
      canLoadPlugin: (manifest) => names.includes(manifest.name),
      entryCallbackSettings: { name: ENTRY_CALLBACK, registerCallback: true },
      fetchImpl: coFetch,
      // The whole version, prerelease included: "~4.22.0" does not accept 4.22.0-ec.1, ">=4.22.0-0" does.
      customDependencyResolutions: { [PLUGIN_API]: serverFlags.releaseVersion },
      isDependencyResolvable: (dependency, isOptional) =>
        dependency === PLUGIN_API || !isOptional || names.includes(dependency),
      sharedScope,
      transformPluginManifest: checkManifest,
    },
  });
  takeOldEntries(pluginStore);
  window.pluginStore = pluginStore;
  window.webpackSharedScope = sharedScope;

  let known: unknown;
  store.subscribe(() => {
    const { FLAGS } = store.getState();
    if (FLAGS !== known) {
      known = FLAGS;
      pluginStore.setFeatureFlags(FLAGS.toObject() as FeatureFlags);
    }
  });
  return pluginStore;
}

/** Loads every plugin the server knows; a failure is logged and shown on the plugins page. */
export function loadPlugins(pluginStore: PluginStore): void {
  for (const name of names) {
    pluginStore
      .loadPlugin(`${window.location.origin}/api/plugins/${name}/plugin-manifest.json`)
      .catch((error: unknown) => console.error(`Plugin ${name} cannot be loaded.`, error))
      .finally(() => {
        const info = pluginStore.getPluginInfo().find(({ manifest }) => manifest.name === name);
        if (info?.status === 'failed') {
          console.error(`Plugin ${name} failed: ${info.errorMessage}`, info.errorCause);
        }
      });
  }
}
