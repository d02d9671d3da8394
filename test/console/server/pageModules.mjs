/** For tests: modules of the page, without a browser. */
import path from 'node:path';
import { build } from 'esbuild';
import { generationOf } from './generations.mjs';

/**
 * Compiles one TypeScript module with what it imports, for the page of a console of that release.
 *
 * @param {string} file under src/
 * @param {string} [release]
 */
export async function load(file, release = '4.22.0') {
  const entry = path.resolve(import.meta.dirname, '../src', file);
  const generation = path.resolve(import.meta.dirname, '../generations', generationOf(release));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    alias: { '@generation': generation },
    define: { window: JSON.stringify({ SERVER_FLAGS: { releaseVersion: release } }) },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
