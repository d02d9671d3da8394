/**
 * Build of the host page for one generation of consoles. What the generation has in other versions is installed in its
 * folder; what is shared with plugins stands in its generation.json.
 */
const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const webpack = require('webpack');
const {
  dynamicModuleImportTransformFilter,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/ConsoleRemotePlugin');
const {
  DynamicModuleImportPlugin,
  resolveDynamicModuleMaps,
} = require('@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/DynamicModuleImportPlugin');
const componentModules = require('./sharedPatternFly.json');
const implementedParts = require('./src/console-parts/implemented.json');

const here = (...parts) => path.resolve(__dirname, ...parts);

/** The generation whose packages are those of this folder, and whose parts others use unless they have their own. */
const BASE = '4.22';

/**
 * The names of the modules, each as the build is asked for it.
 *
 * @param {string[]} names
 * @returns {Record<string, object>}
 */
function singletons(names) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      name.endsWith('-internal')
        ? { singleton: true, eager: true, import: here('src/console-parts/missing.js?part=' + name), version: BASE }
        : // whatever the packages of other generations ask for: there is one of each
          { singleton: true, eager: true, requiredVersion: false, import: name },
    ]),
  );
}

/**
 * A module that asks for others, none of which runs before a page or a plugin uses it, as in the console.
 *
 * @param {string[]} names
 * @returns {string} the module, as a request
 */
function asked(names) {
  const imports = names.map((name) => `import(/* webpackMode: "eager" */ ${JSON.stringify(name)})`);
  const code = `export default () => [${imports.join(', ')}];`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/**
 * @param {string} name of a folder under generations/
 * @returns {import('webpack').Configuration}
 */
module.exports = (name) => {
  const folder = here('generations', name);
  const { modules, componentPackages } = require(path.join(folder, 'generation.json'));
  const packages = name === BASE ? [here('node_modules')] : [path.join(folder, 'node_modules'), here('node_modules')];
  const components = componentModules.filter((module) => componentPackages.some((one) => module.startsWith(`${one}/`)));
  const packageVersion = (request) => {
    const [scope, short] = request.split('/');
    return require(require.resolve(`${scope}/${short}/package.json`, { paths: packages.map(path.dirname) })).version;
  };

  // The resolver reports each package on the terminal; nobody reads that.
  const info = console.info;
  console.info = () => {};
  const dynamicModuleMaps = resolveDynamicModuleMaps(
    Object.fromEntries(componentPackages.map((one) => [one, {}])),
    packages,
  );
  console.info = info;

  return {
    mode: 'production',
    context: __dirname,
    // A shared module is provided only when the build asks for it.
    entry: { main: ['./src/main.tsx', asked([...components, ...modules.filter((one) => !one.endsWith('-internal'))])] },
    output: { path: here('dist', name), publicPath: '/static/', filename: '[name].js', clean: true },
    devtool: false,
    cache: {
      type: 'filesystem',
      name,
      cacheDirectory: here('../../.cache/webpack-console'),
      buildDependencies: { config: [__filename] },
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      alias: { '@generation': [folder, here('generations', BASE)] },
      modules: [...packages, 'node_modules'],
    },
    performance: { hints: false },
    module: {
      parser: { javascript: { exportsPresence: 'error' } },
      rules: [
        // What is installed for the generation finds what it needs as npm has laid it out.
        { include: path.join(folder, 'node_modules'), resolve: { modules: ['node_modules'] } },
        // The users of shared modules are in other builds: every export and side effect has to stay.
        {
          test: /node_modules\/(@openshift|@openshift-console|@patternfly|react|react-i18next|react-redux|react-router(-dom(-v5-compat)?)?|redux|redux-thunk)\//,
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
        shared: {
          ...singletons(modules),
          // one entry for each component, by version and not as singletons
          ...Object.fromEntries(components.map((one) => [one, { eager: true, version: packageVersion(one) }])),
        },
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
};
