// Builds the plugin as the console loads it: the container entry, one chunk per feature, and the locales.
import path from 'node:path';
import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { BundledPackages } from './build/bundledPackages';
import { EntryForEveryConsole } from './build/entryForEveryConsole';
import { RunsOnEveryConsole } from './build/runsOnEveryConsole';
import { WordsPlugin } from './build/words/wordsPlugin';
import { consolePlugin } from './package.json';

/** webpack's command line calls it with the mode that it is given. */
export default (_env: unknown, { mode = 'production' }: { mode?: 'development' | 'production' }): Configuration => ({
  mode,
  // the container that ConsoleRemotePlugin makes is the only entry
  entry: {},
  context: __dirname,
  output: {
    path: path.join(__dirname, 'dist'),
    // hashes let the web server mark files immutable; chunks share that of the build, since the entry script, which
    // every page of the console fetches, would have to list one for each
    filename: mode === 'production' ? '[name]-bundle-[hash].min.js' : '[name]-bundle.js',
    chunkFilename: mode === 'production' ? '[name]-chunk-[fullhash:8].min.js' : '[name]-chunk.js',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  // the console enforces no eval
  devtool: mode === 'production' ? false : 'source-map',
  performance: { hints: false },
  stats: 'errors-warnings',
  // the router's name is deprecated from 4.22 on, and the only one that 4.20 and 4.21 share too
  ignoreWarnings: [/react-router-dom-v5-compat has been deprecated/],
  optimization: {
    chunkIds: mode === 'production' ? 'deterministic' : 'named',
    // bytes before they are compressed: a smaller part that several pages have stands in each of them, since a page may
    // take four requests
    splitChunks: { minSize: 26_000 },
  },
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(__dirname, '.cache/webpack'),
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
    // what it would refuse are the versions of React 17's types and the router, which older consoles share
    new ConsoleRemotePlugin({ validateSharedModules: false }),
    new EntryForEveryConsole(consolePlugin),
    new RunsOnEveryConsole(path.join(__dirname, 'src')),
    new BundledPackages(),
    new WordsPlugin(path.join(__dirname, 'locales'), path.join(__dirname, 'console-extensions.json')),
    new CopyPlugin({ patterns: [{ from: 'src/cluster-test/config.json', to: 'config.json' }] }),
  ],
});
