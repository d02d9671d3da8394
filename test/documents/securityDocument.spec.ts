import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isSpec, ROOT, sourceFiles } from '../architecture/sourceTree';

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const DOCUMENT = textOf('docs/security.md');
const withText = sourceFiles('src')
  .filter((file) => !isSpec(file))
  .map((file) => ({ ...file, text: textOf(file.path) }));

describe('docs/security.md', () => {
  it('names everything that is kept in the browser and in the user settings', () => {
    const stores = withText.flatMap(({ text }) =>
      [...text.matchAll(/sessionStore(?:<\w+>)?\(\{\s*name: '([^']+)'/g)].map(([, name]) => `expose-vm/${name}/`),
    );
    const settings = withText.flatMap(({ text }) =>
      [...text.matchAll(/usePreference<[^(]*>\('([^']+)'/g)].map(([, name = '']) => name),
    );
    expect(stores.length).toBeGreaterThanOrEqual(5);
    expect(settings.length).toBeGreaterThanOrEqual(2);
    expect([...stores, ...settings].filter((key) => !DOCUMENT.includes(`\`${key}`))).toEqual([]);
  });

  it('is right that nothing is kept elsewhere, nothing is shown as HTML, and nothing is evaluated', () => {
    const forbidden = [
      'localStorage',
      'indexedDB',
      'cookie',
      'innerHTML',
      'dangerouslySetInnerHTML',
      'eval',
      'Function',
    ];
    const found = withText.flatMap(({ path: file, identifiers }) =>
      forbidden.filter((name) => identifiers.has(name)).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
    const keepers = withText.filter(({ identifiers }) => identifiers.has('sessionStorage')).map((file) => file.path);
    expect(keepers).toEqual(['src/cluster/port/sessionStore.ts']);
  });

  it('is right that nothing is asked of another origin', () => {
    // the words of a language are files of the plugin's own, beside its code
    const ownFiles = 'src/host/partWords.ts';
    const callers = withText.filter(
      ({ path: file, identifiers }) =>
        file !== ownFiles &&
        ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'].some((name) => identifiers.has(name)),
    );
    expect(callers.map((file) => file.path)).toEqual([]);
    const consoleCallers = withText.filter(({ text }) => /\bconsoleFetch/.test(text)).map((file) => file.path);
    expect(consoleCallers).toEqual(['src/cluster/port/sdkPort.ts']);
  });
});
