/** What the console of one release gives to plugins, so that the browser does not fetch it from them. */
interface ConsoleGeneration {
  readonly release: string;
  /** modules that a plugin must not bundle: without the console's own, nothing loads */
  readonly modules: readonly string[];
  /** packages whose components it gives one by one; a plugin brings those that are missing */
  readonly componentPackages: readonly string[];
}

// react-router and react-router-dom are there too, but in version 5, without what the newer ones have under these names
const MODULES_UP_TO_4_21 = [
  '@openshift-console/dynamic-plugin-sdk',
  '@openshift-console/dynamic-plugin-sdk-internal',
  '@patternfly/react-topology',
  'react',
  'react-i18next',
  'react-redux',
  'react-router-dom-v5-compat',
  'redux',
  'redux-thunk',
];
const MODULES_FROM_4_22 = [...MODULES_UP_TO_4_21, '@openshift/dynamic-plugin-sdk', 'react-router', 'react-router-dom'];
const COMPONENTS_UP_TO_4_21 = ['@patternfly/react-core', '@patternfly/react-icons', '@patternfly/react-table'];
const COMPONENTS_FROM_4_22 = [...COMPONENTS_UP_TO_4_21, '@patternfly/react-data-view', '@patternfly/react-templates'];

/**
 * The consoles that the plugin is built for. Source: `sharedPluginModules` and `dynamicModulePackageSpecs` of
 * @openshift-console/dynamic-plugin-sdk-webpack 4.20.0, 4.21.0 and 4.22.0; the versions of the routers were seen on
 * consoles 4.21 and 4.22. There is no such package of 5.0 yet; it is taken to give what 4.22 gives.
 */
export const CONSOLE_GENERATIONS: readonly ConsoleGeneration[] = [
  { release: '4.20', modules: MODULES_UP_TO_4_21, componentPackages: COMPONENTS_UP_TO_4_21 },
  { release: '4.21', modules: MODULES_UP_TO_4_21, componentPackages: COMPONENTS_UP_TO_4_21 },
  { release: '4.22', modules: MODULES_FROM_4_22, componentPackages: COMPONENTS_FROM_4_22 },
  { release: '5.0', modules: MODULES_FROM_4_22, componentPackages: COMPONENTS_FROM_4_22 },
];

/** What React 18 brought; the consoles up to 4.21 have React 17. */
export const REACT_18_API = [
  'createRoot',
  'hydrateRoot',
  'startTransition',
  'useDeferredValue',
  'useId',
  'useInsertionEffect',
  'useSyncExternalStore',
  'useTransition',
];
