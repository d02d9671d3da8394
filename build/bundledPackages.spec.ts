import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { BundledPackages } from './bundledPackages';

// webpack itself is loaded by the first one
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

/** Installs a package of one file, with its license. */
function install(name: string, description: { readonly version: string; readonly license?: string }, at = ''): void {
  const place = path.join(at, 'node_modules', name);
  write(path.join(place, 'package.json'), JSON.stringify({ name, sideEffects: false, ...description }));
  write(path.join(place, 'LICENSE'), `The license of ${name}.\n`);
  write(path.join(place, 'index.js'), `export const value = () => document.querySelector('${name}');`);
}

/** Builds src/page.js. */
async function build(text: string): Promise<{ errors: string[]; licenses: string }> {
  write('src/page.js', text);
  const compiler = webpack({
    // puts modules together, as the plugin's build does
    mode: 'production',
    context: folder,
    entry: './src/page.js',
    output: { path: path.join(folder, 'dist') },
    cache: false,
    plugins: [new BundledPackages()],
  });
  const errors = await new Promise<string[]>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || !stats) reject(error ?? new Error('The build has no result.'));
      else resolve((stats.toJson({ errors: true }).errors ?? []).map(({ message }) => message));
    });
  });
  return { errors, licenses: errors.length > 0 ? '' : readFileSync(path.join(folder, 'dist/licenses.txt'), 'utf8') };
}

describe('the licenses of a build', () => {
  it('are those of the packages that are in it, each once, and of no other', async () => {
    install('used', { version: '1.2.3', license: 'MIT' });
    install('@scope/used', { version: '4.5.6', license: 'Apache-2.0' });
    install('inner', { version: '2.0.0', license: '0BSD' }, 'node_modules/used');
    write('node_modules/used/index.js', "export { value } from 'inner'; export { other } from './other';");
    write('node_modules/used/other.js', 'export const other = () => document.title;');
    install('installed', { version: '9.9.9', license: 'MIT' });
    install('dropped', { version: '8.8.8', license: 'MIT' });
    const { errors, licenses } = await build(`import { value, other } from 'used';
      import { value as second } from '@scope/used';
      import { value as unused } from 'dropped';
      console.log(value(), other(), second());`);
    expect(errors).toEqual([]);
    expect(licenses.match(/^\S+@\S+ \(.+\)$/gm)).toEqual([
      '@scope/used@4.5.6 (Apache-2.0)',
      'inner@2.0.0 (0BSD)',
      'used@1.2.3 (MIT)',
    ]);
    expect(licenses).toContain('The license of inner.');
  });

  it('are all known: a package without one fails the build', async () => {
    install('unlicensed', { version: '1.0.0' });
    const { errors } = await build("import { value } from 'unlicensed'; console.log(value());");
    expect(errors).toEqual([expect.stringContaining('unlicensed names no license.')]);
  });
});
