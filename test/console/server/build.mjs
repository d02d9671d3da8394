/**
 * Builds the host page into dist/. Does nothing when the sources are those of the last build.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack from 'webpack';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist', 'builtFrom.txt');
const SOURCES = ['src', 'webpack.config.cjs', 'sharedPatternFly.json', 'package-lock.json', 'server/build.mjs'];

/** Hash over the names and contents of everything that goes into the build. */
function sourcesHash() {
  const hash = createHash('sha256');
  const add = (name) => {
    const file = path.join(root, name);
    if (fs.statSync(file).isDirectory()) {
      fs.readdirSync(file)
        .sort()
        .forEach((child) => add(path.join(name, child)));
    } else {
      hash.update(name).update('\0').update(fs.readFileSync(file));
    }
  };
  SOURCES.forEach(add);
  return hash.digest('hex');
}

const wanted = sourcesHash();
if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
  console.log('Console stand-in: already built.');
} else {
  const began = Date.now();
  const compiler = webpack(createRequire(import.meta.url)('../webpack.config.cjs'));
  compiler.run((failure, stats) => {
    if (failure || stats.hasErrors()) {
      console.error(failure ?? stats.toString({ preset: 'errors-only' }));
      process.exitCode = 1;
    } else {
      fs.copyFileSync(path.join(root, 'src', 'console.css'), path.join(root, 'dist', 'console.css'));
      fs.writeFileSync(stamp, wanted);
      console.log(`Console stand-in: built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    }
    compiler.close(() => {});
  });
}
