/**
 * Build of the host page. What is shared with plugins, and how, is taken from the published SDK build
 * package, so that the stand-in cannot drift from the console of the same version.
 */
const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const webpack = require('webpack');
const {
  sharedPluginModules,
  getSharedModuleMetadata,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/shared-modules/shared-modules-meta');
const {
  dynamicModulePackageSpecs,
  dynamicModuleImportTransformFilter,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/ConsoleRemotePlugin');
const {
  DynamicModuleImportPlugin,
  resolveDynamicModuleMaps,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/DynamicModuleImportPlugin');
const providedPatternFly = require('./sharedPatternFly.json');
const implementedParts = require('./src/console-parts/implemented.json');

const here = (...parts) => path.resolve(__dirname, ...parts);

// The resolver reports each package on the terminal; nobody reads that.
const info = console.info;
console.info = () => {};
const dynamicModuleMaps = resolveDynamicModuleMaps(dynamicModulePackageSpecs, [here('node_modules')]);
console.info = info;

/** The modules every 4.22 console gives to plugins as singletons. */
function consoleProvided() {
  const shared = {};
  for (const name of sharedPluginModules) {
    if (name.startsWith('react-router-dom')) {
      continue; // pointed at react-router when the share scope is set up
    }
    const { singleton } = getSharedModuleMetadata(name);
    shared[name] = name.endsWith('-internal')
      ? { singleton, eager: true, import: here('src/console-parts/missing.js?part=' + name), version: '4.22.0' }
      : { singleton, eager: true, import: name };
  }
  return shared;
}

/** One share-scope entry per PatternFly component, by version and not as singletons. */
function patternFlyProvided() {
  const shared = {};
  for (const request of providedPatternFly) {
    const [scope, name] = request.split('/');
    shared[request] = { eager: true, version: require(`${scope}/${name}/package.json`).version };
  }
  return shared;
}

/** @type {import('webpack').Configuration} */
module.exports = {
  mode: 'production',
  context: __dirname,
  // A shared module is provided only when the build asks for it, hence the list as entries.
  entry: { main: ['./src/main.tsx', ...providedPatternFly, '@patternfly/react-topology'] },
  output: { path: here('dist'), publicPath: '/static/', filename: '[name].js', clean: true },
  devtool: false,
  cache: {
    type: 'filesystem',
    cacheDirectory: here('../../.cache/webpack-console'),
    buildDependencies: { config: [__filename] },
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  performance: { hints: false },
  module: {
    rules: [
      // The users of shared modules are in other builds: every export and side effect has to stay.
      {
        test: /node_modules\/(@openshift|@openshift-console|@patternfly|react|react-i18next|react-redux|react-router|redux|redux-thunk)\//,
        sideEffects: true,
      },
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'esbuild-loader',
        options: { target: 'es2022', jsx: 'automatic' },
      },
      // patternfly.css is a <link>: the copies inside the React packages and the SDK's .scss are not needed.
      { test: /\.s?css$/, exclude: /react-topology/, type: 'asset/resource', generator: { emit: false } },
      { test: /\.css$/, include: /react-topology/, use: ['style-loader', 'css-loader'] },
    ],
  },
  optimization: {
    concatenateModules: false,
    minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })],
  },
  plugins: [
    new DynamicModuleImportPlugin({ dynamicModuleMaps, moduleFilter: dynamicModuleImportTransformFilter }),
    new webpack.container.ModuleFederationPlugin({
      name: 'host',
      shared: { ...consoleProvided(), ...patternFlyProvided() },
    }),
    // The SDK's require('@console/…') calls: what is implemented lies in src/console-parts, anything
    // else becomes a placeholder that says its own name when it is used.
    new webpack.NormalModuleReplacementPlugin(/^@console\//, (resource) => {
      const file = implementedParts[resource.request];
      resource.request = file
        ? here('src/console-parts', file)
        : `${here('src/console-parts/missing.js')}?part=${encodeURIComponent(resource.request)}`;
    }),
  ],
};
