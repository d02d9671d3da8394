import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import type { AnyObject, FeatureFlags, PluginManifest } from '@openshift/dynamic-plugin-sdk';
import { coFetch } from '../console-parts/consoleFetch';
import { store } from '../kubernetes/store';
import { serverFlags } from '../serverFlags';
import { extensionProblems } from './extensionProblems';
import { shareScopeProblems } from './shareScopeProblems';

declare global {
  interface Window {
    /** For tests: the store itself, and what plugins can take from the console. */
    pluginStore?: PluginStore;
    webpackSharedScope?: AnyObject;
    __load_plugin_entry__?: (name: string, entryModule: unknown) => void;
    loadPluginEntry?: (nameAndVersion: string, entryModule: unknown) => void;
  }
}

const PLUGIN_API = '@console/pluginAPI';
const names = serverFlags.consolePlugins;

async function openShareScope(): Promise<AnyObject> {
  await __webpack_init_sharing__('default');
  const scope = __webpack_share_scopes__.default as AnyObject;
  // Both old names are the same module in the console; npm no longer has packages that fit.
  scope['react-router-dom'] = scope['react-router'];
  scope['react-router-dom-v5-compat'] = scope['react-router'];
  shareScopeProblems(Object.keys(scope)).forEach((problem) => console.error(problem));
  return scope;
}

/** The console loads built manifests only, and a manifest of another build tool is refused. */
function checkManifest<T extends PluginManifest>(manifest: T): T {
  if (manifest.registrationMethod !== 'callback') {
    throw new Error(
      `Plugin ${manifest.name}: registrationMethod "${manifest.registrationMethod}" is not supported, only "callback".`,
    );
  }
  extensionProblems(manifest.extensions).forEach((problem) => console.error(`Plugin ${manifest.name}: ${problem}`));
  return manifest;
}

/** Plugins built for consoles up to 4.21 call this name; 4.22 still takes them. */
function acceptOldEntries(): void {
  window.loadPluginEntry = (nameAndVersion, entryModule) => {
    console.warn(
      `${nameAndVersion} was built with an SDK older than 4.22; its entry callback loadPluginEntry is deprecated.`,
    );
    window.__load_plugin_entry__?.(nameAndVersion.replace(/@[^@]*$/, ''), entryModule);
  };
}

/** Makes the store that holds the plugins, with the console's rules for what may load. */
export async function createPluginStore(): Promise<PluginStore> {
  const sharedScope = await openShareScope();
  const pluginStore = new PluginStore({
    loaderOptions: {
      canLoadPlugin: (manifest) => names.includes(manifest.name),
      entryCallbackSettings: { name: '__load_plugin_entry__', registerCallback: true },
      fetchImpl: coFetch,
      // The whole version, prerelease included: "~4.22.0" does not accept 4.22.0-ec.1, ">=4.22.0-0" does.
      customDependencyResolutions: { [PLUGIN_API]: serverFlags.releaseVersion },
      isDependencyResolvable: (dependency, isOptional) =>
        dependency === PLUGIN_API || !isOptional || names.includes(dependency),
      sharedScope,
      transformPluginManifest: checkManifest,
    },
  });
  acceptOldEntries();
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
