/**
 * The architecture, kept by a test: who may import whom, who may write, where a name has to be.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from './architectureRules';
import { ROOT, sourceFile, sourceFiles } from './sourceTree';

const textOf = (file: string): string => {
  const full = path.join(ROOT, file);
  if (!existsSync(full)) throw new Error(`${file} is missing`);
  return readFileSync(full, 'utf8');
};
const jsonOf = (file: string): unknown => JSON.parse(textOf(file));

/** The rooms of test/ that the specs share; what needs a cluster or a browser stands in others. */
const SHARED_BY_SPECS = ['architecture', 'components', 'documents', 'in-memory-cluster', 'objects'];

const files = ['src', ...SHARED_BY_SPECS.map((room) => `test/${room}`)].flatMap((folder) => sourceFiles(folder));
const ruleNamed = (name: string) => RULES.find((rule) => rule.name.startsWith(name));

it('finds the source tree', () => {
  expect(files.filter(({ path: file }) => file.startsWith('src/domain/')).length).toBeGreaterThan(40);
  expect(files.filter(({ path: file }) => file.startsWith('src/cluster/')).length).toBeGreaterThan(10);
});

describe('the source tree', () => {
  it.each(RULES.map(({ name, violations }) => [name, violations] as const))('%s', (_, violations) => {
    expect(violations(files)).toEqual([]);
  });
});

describe('the rules see what breaks them', () => {
  it.each([
    ['src/domain imports', 'src/domain/k8s/x.ts', "import { y } from '../../cluster/run/look';"],
    ['src/domain imports', 'src/domain/x.ts', "import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';"],
    ['src/domain imports', 'src/domain/x.ts', "import type { V1Pod } from '@kubevirt-ui-ext/kubevirt-api/kubevirt';"],
    [
      'src/domain imports',
      'src/domain/k8s/objects.ts',
      "import { V1Pod } from '@kubevirt-ui-ext/kubevirt-api/kubevirt';",
    ],
    ['src/domain imports', 'src/domain/x.ts', "const y = await import('react');"],
    ['src/domain imports', 'src/domain/k8s/x.ts', "export * from '../../ui/paths';"],
    ['rooms of src import', 'src/ui/x.ts', "import type { y } from '../wizard/draft/y';"],
    ['rooms of src import', 'src/exposed/x.ts', ''],
    ['rooms of src/domain import', 'src/domain/k8s/x.ts', "import type { y } from '../steps/step';"],
    ['rooms of src/domain import', 'src/domain/steps/x.ts', "import { y } from '../network/y';"],
    ['rooms of src/domain import', 'src/domain/x.ts', ''],
    ['rooms of src/cluster import', 'src/cluster/ask/x.ts', "import { y } from '../run/y';"],
    ['rooms of src/wizard import', 'src/wizard/run/x.ts', "import { y } from '../DraftWizard';"],
    ['src/domain knows', 'src/domain/x.ts', 'export const now = () => Date.now();'],
    ['src/domain knows', 'src/domain/x.ts', 'export const now = () => new Date().toISOString();'],
    ['src/domain knows', 'src/domain/x.ts', 'export const now = () => Date();'],
    ['src/domain knows', 'src/domain/x.ts', 'export const now = () => performance.now();'],
    ['codes of the diagnosis', 'src/wizard/review/x.ts', "export const is = (code: string) => code === 'K1';"],
    ['codes of the diagnosis', 'src/domain/exposure/x.ts', 'export const codes = [`V6`];'],
    [
      'only src/cluster/port/sdkPort',
      'src/cluster/x.ts',
      "import { k8sCreate as make } from '@openshift-console/dynamic-plugin-sdk';",
    ],
    [
      'only src/cluster/port/sdkPort',
      'src/ui/X.tsx',
      "import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';",
    ],
    [
      'only useWatched',
      'src/cluster/watch/x.ts',
      "import { useK8sWatchResources } from '@openshift-console/dynamic-plugin-sdk';",
    ],
    ['features', 'src/wizard/x.ts', "import { y } from '../services-tab/y';"],
    ['only src/host', 'src/ui/x.ts', "import { Link } from 'react-router';"],
    ['only src/host', 'src/ui/x.ts', "import { Link } from 'react-router-dom-v5-compat';"],
    ['files are named', 'src/ui/index.ts', ''],
    ['files are named', 'test/objects/Helpers.ts', ''],
    ['every file of src/domain', 'src/domain/x.ts', 'export function y() {}'],
    ['every file of src/domain', 'src/domain/x.ts', "export { y } from './y';"],
  ])('%s …: %s holding %j', (name, file, text) => {
    expect(ruleNamed(name)?.violations([sourceFile(file, text)])).toEqual([expect.stringContaining(file)]);
  });

  it.each([
    [
      'src/domain imports',
      'src/domain/k8s/objects.ts',
      "import type { V1Pod } from '@kubevirt-ui-ext/kubevirt-api/kubevirt';\nimport { y } from './y';",
    ],
    ['src/domain imports', 'src/domain/diagnosis/x.ts', "import { y } from '../k8s/objects';"],
    [
      'only src/cluster/port/sdkPort',
      'src/cluster/port/sdkPort.ts',
      "import { k8sCreate } from '@openshift-console/dynamic-plugin-sdk';",
    ],
    ['only src/cluster/port/sdkPort', 'src/ui/x.ts', "// k8sCreate is not used here\nexport const text = 'k8sCreate';"],
    ['rooms of src/domain import', 'src/domain/steps/x.ts', "import { y } from '../k8s/objects';"],
    ['rooms of src/wizard import', 'src/wizard/DraftWizard.tsx', "import { y } from './run/y';"],
    ['features', 'src/wizard/x.ts', "import { y } from '../ui/y';\nimport { z } from './z';"],
    ['src/domain knows', 'src/domain/x.ts', 'export const at = (text: string) => Date.parse(text);'],
    ['codes of the diagnosis', 'src/ui/text/findings/x.ts', "export const code = 'K1';"],
    ['only src/host', 'src/host/router.ts', "export { Link } from 'react-router';"],
    ['every file of src/domain', 'src/domain/x.ts', 'export interface Y {}\nexport type Z = string;'],
  ])('and let pass what does not: %s …: %s holding %j', (name, file, text) => {
    expect(ruleNamed(name)?.violations([sourceFile(file, text)])).toEqual([]);
  });
});

it('a circle of imports is seen, of types too, and named once', () => {
  const files = [
    sourceFile('src/ui/a.ts', "import type { b } from './b';"),
    sourceFile('src/ui/b.tsx', "import { c } from './c';"),
    sourceFile('src/ui/c.ts', "const a = import('./a');\nimport { d } from './d';"),
    sourceFile('src/ui/d.ts', "import { e } from '../e';"),
  ];
  expect(ruleNamed('no files import')?.violations(files)).toEqual(['src/ui/a → src/ui/b → src/ui/c → src/ui/a']);
});

/** The texts at any depth of a JSON value that `pick` finds. */
function collect(value: unknown, pick: (key: string, text: string) => string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' ? pick(key, inner) : collect(inner, pick),
  );
}

describe('the extensions of console-extensions.json', () => {
  const exposedModules = (): Record<string, string> =>
    (jsonOf('package.json') as { consolePlugin: { exposedModules: Record<string, string> } }).consolePlugin
      .exposedModules;
  const codeRefs = () =>
    new Set(
      collect(jsonOf('console-extensions.json'), (key, text) => (key === '$codeRef' ? [text.split('.')[0] ?? ''] : [])),
    );

  it('name modules that package.json exposes, and every exposed module is named by an extension', () => {
    expect(codeRefs().size).toBeGreaterThan(0);
    expect([...codeRefs()].sort()).toEqual(Object.keys(exposedModules()).sort());
  });

  it('point to files that exist', () => {
    const missing = Object.entries(exposedModules()).filter(([, file]) => !existsSync(path.join(ROOT, file)));
    expect(missing.map(([name, file]) => `package.json exposes ${name} as ${file}, which does not exist`)).toEqual([]);
  });

  it('have their words in the English texts', () => {
    const keys = collect(jsonOf('console-extensions.json'), (_, text) =>
      [...text.matchAll(/%plugin__expose-vm~([^%]+)%/g)].map(([, key]) => key ?? ''),
    );
    expect(keys.length).toBeGreaterThan(0);
    const english = jsonOf('locales/en/plugin__expose-vm.json') as Record<string, string>;
    expect(
      keys
        .filter((key) => !Object.hasOwn(english, key))
        .map((key) => `locales/en/plugin__expose-vm.json has no "${key}"`),
    ).toEqual([]);
  });
});
