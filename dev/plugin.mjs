import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure } from './failure.mjs';
import { dist, installedCommand, logFile } from './folders.mjs';
import { run, start } from './processes.mjs';

const webpack = installedCommand('webpack');

/**
 * Builds the plugin into dist/.
 * @param {import('./progress.mjs').Progress} progress
 * @param {'production' | 'development'} mode
 * @throws {Failure} when it does not compile
 */
export function buildPlugin(progress, mode) {
  return progress.step('Building the plugin', async () => {
    const log = logFile('webpack');
    const code = await run(webpack, ['--mode', mode], { name: 'webpack', log, minutes: 10 });
    if (code !== 0) throw new Failure(`The plugin could not be built (webpack, exit code ${code}).`, { log });
  });
}

/** Builds the plugin again whenever its sources change, until it is stopped. */
export function watchPlugin() {
  return start(webpack, ['--mode', 'development', '--watch'], {
    name: 'webpack --watch',
    log: logFile('webpack-watch'),
  });
}

/**
 * @param {string} [folder]
 * @returns {string} a table of the files that a browser may fetch, with their sizes in bytes
 */
export function sizeTable(folder = dist) {
  const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      const content = readFileSync(file);
      return {
        name: path.relative(folder, file),
        raw: content.length,
        gzipped: gzipSync(content, { level: 9 }).length,
      };
    })
    .sort((a, b) => b.gzipped - a.gzipped);
  const sum = (/** @type {'raw' | 'gzipped'} */ size) => rows.reduce((total, row) => total + row[size], 0);
  const all = [...rows, { name: `${rows.length} files`, raw: sum('raw'), gzipped: sum('gzipped') }];
  const width = Math.max(...all.map(({ name }) => name.length));
  const line = (
    /** @type {string} */ name,
    /** @type {string | number} */ raw,
    /** @type {string | number} */ gzipped,
  ) => `  ${name.padEnd(width)}  ${String(raw).padStart(9)}  ${String(gzipped).padStart(9)}`;
  return [line('file', 'bytes', 'gzipped'), ...all.map(({ name, raw, gzipped }) => line(name, raw, gzipped))].join(
    '\n',
  );
}
