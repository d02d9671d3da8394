import { setUtilsConfig } from '@openshift-console/dynamic-plugin-sdk/lib/app/configSetup';
import { setPluginStore } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-utils';
import { coFetch } from '../../src/console-parts/consoleFetch';

/**
 * Gives the SDK what it takes from the console up to 4.21: the function that sends its requests, and what static
 * plugins say about kinds, which is nothing here.
 */
export function startSdk(): void {
  setUtilsConfig({ appFetch: coFetch });
  setPluginStore({ getExtensionsInUse: () => [] });
}
