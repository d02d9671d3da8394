// Builds the plugin as the console loads it: the container entry, one chunk per feature, and the locales.
import { createRequire } from 'node:module';
import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';

const { ConsoleRemotePlugin } = createRequire(import.meta.url)('@openshift-console/dynamic-plugin-sdk-webpack');

/** @type {(env: unknown, argv: { mode?: 'development' | 'production' }) => import('webpack').Configuration} */
export default (_env, { mode = 'production' }) => ({
  mode,
  // the container that ConsoleRemotePlugin makes is the only entry
  entry: {},
  context: import.meta.dirname,
  output: {
    path: path.join(import.meta.dirname, 'dist'),
    // content hashes let the web server mark chunks immutable; the manifest names them
    filename: mode === 'production' ? '[name]-bundle-[hash].min.js' : '[name]-bundle.js',
    chunkFilename: mode === 'production' ? '[name]-chunk-[chunkhash].min.js' : '[name]-chunk.js',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  // the console enforces no eval
  devtool: mode === 'production' ? false : 'source-map',
  performance: { hints: false },
  stats: 'errors-warnings',
  optimization: { chunkIds: mode === 'production' ? 'deterministic' : 'named' },
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(import.meta.dirname, '.cache/webpack'),
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
    ],
  },
  plugins: [
    new ConsoleRemotePlugin(),
    new CopyPlugin({
      patterns: [
        { from: 'locales', to: 'locales' },
        { from: 'src/cluster-test/config.json', to: 'config.json' },
      ],
    }),
  ],
});
