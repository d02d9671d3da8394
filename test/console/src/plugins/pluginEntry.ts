import type { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { isFrom } from '../release';

type EntryCallback = (name: string, entryModule: unknown) => void;

declare global {
  interface Window {
    __load_plugin_entry__?: EntryCallback;
    standInPluginEntry?: EntryCallback;
    loadPluginEntry?: EntryCallback;
  }
}

/** The function of the page that entry scripts call; up to 4.21 they have only the one of `takeOldEntries`. */
export const ENTRY_CALLBACK = isFrom('4.22') ? '__load_plugin_entry__' : 'standInPluginEntry';

/**
 * Gives the page the function that entry scripts built for consoles up to 4.21 call, with "name@version": these
 * consoles know the plugin by that only, and later ones still take it, with a warning.
 */
export function takeOldEntries(pluginStore: PluginStore): void {
  window.loadPluginEntry = (id, entryModule) => {
    if (isFrom('4.22')) {
      console.warn(`${id} was built with an SDK older than 4.22; its entry callback loadPluginEntry is deprecated.`);
    } else if (!pluginStore.getPluginInfo().some(({ manifest }) => `${manifest.name}@${manifest.version}` === id)) {
      console.error(`Received callback for unknown plugin ${id}`);
      return;
    }
    window[ENTRY_CALLBACK]?.(id.replace(/@[^@]*$/, ''), entryModule);
  };
}
