/**
 * Builds the host page of one generation of consoles into dist/: `node build.mjs [4.20 | 4.22 | 5.0]`, 4.22 unless
 * named. Does nothing when the sources are those of the last build.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack from 'webpack';
import { BASE_GENERATION, builtHost, generationNames } from './generations.mjs';

const root = path.resolve(import.meta.dirname, '..');
const SOURCES = ['src', 'webpack.config.cjs', 'sharedPatternFly.json', 'package-lock.json', 'server/build.mjs'];

/**
 * Hash over the names and contents of everything that goes into the build.
 *
 * @param {string} generation
 */
function sourcesHash(generation) {
  const hash = createHash('sha256');
  const add = (name) => {
    const file = path.join(root, name);
    if (!fs.statSync(file).isDirectory()) {
      hash.update(name).update('\0').update(fs.readFileSync(file));
    } else if (path.basename(name) !== 'node_modules') {
      fs.readdirSync(file)
        .sort()
        .forEach((child) => add(path.join(name, child)));
    }
  };
  for (const source of [...SOURCES, `generations/${BASE_GENERATION}`, `generations/${generation}`]) {
    add(source);
  }
  return hash.digest('hex');
}

/** @param {string} generation */
function build(generation) {
  const dist = builtHost(generation);
  const stamp = path.join(dist, 'builtFrom.txt');
  const wanted = sourcesHash(generation);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    console.log(`Console stand-in ${generation}: already built.`);
    return;
  }
  const began = Date.now();
  const compiler = webpack(createRequire(import.meta.url)('../webpack.config.cjs')(generation));
  compiler.run((failure, stats) => {
    if (failure || stats.hasErrors()) {
      console.error(failure ?? stats.toString({ preset: 'errors-only' }));
      process.exitCode = 1;
    } else {
      fs.copyFileSync(path.join(root, 'src', 'console.css'), path.join(dist, 'console.css'));
      fs.writeFileSync(stamp, wanted);
      console.log(`Console stand-in ${generation}: built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    }
    compiler.close(() => {});
  });
}

const [generation = BASE_GENERATION] = process.argv.slice(2);
if (generationNames().includes(generation)) {
  build(generation);
} else {
  console.error(`There is no generation ${generation}, only ${generationNames().join(', ')}.`);
  process.exitCode = 1;
}
