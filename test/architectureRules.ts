/** The rules of the architecture: each lists what breaks it, as sentences. */
import path from 'node:path';
import { isSpec, type SourceFile } from './sourceTree';

export interface ArchitectureRule {
  readonly name: string;
  readonly violations: (files: readonly SourceFile[]) => string[];
}

const WRITERS = ['k8sCreate', 'k8sPatch', 'k8sUpdate', 'k8sDelete', 'consoleFetch', 'consoleFetchJSON', 'consoleFetchText'];
const CLOCK = ['Date', 'performance', 'setTimeout', 'setInterval', 'requestAnimationFrame'];
const FEATURES = ['wizard', 'services-tab', 'exposed-vms', 'cluster-network'];
const NAMELESS = ['utils', 'helpers', 'constants', 'index', 'common', 'misc'];

const productOf = (files: readonly SourceFile[]): SourceFile[] => files.filter((file) => file.path.startsWith('src/') && !isSpec(file));
const isIn = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);
const featureOf = (file: string): string | undefined => FEATURES.find((feature) => isIn(`src/${feature}`, file));
const baseOf = (file: string): string => path.posix.basename(file).replace(/(\.spec)?\.tsx?$/, '');

/** Names that only some files may use. */
const onlyIn = (names: readonly string[], isAllowed: (file: string) => boolean, why: string) => (files: readonly SourceFile[]) =>
  productOf(files)
    .filter(({ path: file }) => !isAllowed(file))
    .flatMap(({ path: file, identifiers }) => names.filter((name) => identifiers.has(name)).map((name) => `${file} uses ${name}: ${why}`));

export const RULES: readonly ArchitectureRule[] = [
  {
    name: 'src/domain imports only src/domain',
    violations: (files) =>
      productOf(files)
        .filter(({ path: file }) => isIn('src/domain', file))
        .flatMap(({ path: file, imports }) =>
          imports
            .filter(({ module }) => !isIn('src/domain', module))
            .filter(({ module, isTypeOnly }) => !(file === 'src/domain/objects.ts' && isTypeOnly && module.startsWith('@kubevirt-ui-ext/kubevirt-api')))
            .map(({ module }) => `${file} imports ${module}: the domain is pure, move what needs it elsewhere (types of the API go through src/domain/objects.ts)`),
        ),
  },
  {
    name: 'src/domain knows no clock',
    violations: onlyIn(CLOCK, (file) => !isIn('src/domain', file), 'time is handed to the domain, never asked for there'),
  },
  {
    name: 'only src/cluster/sdkPort.ts writes to the cluster',
    violations: onlyIn(WRITERS, (file) => file === 'src/cluster/sdkPort.ts', 'go through the ClusterPort of src/cluster/sdkPort.ts'),
  },
  {
    name: 'only src/cluster/watch* watches',
    violations: onlyIn(['useK8sWatchResource', 'useK8sWatchResources'], (file) => file.startsWith('src/cluster/watch'), 'one watch hook a screen, in src/cluster/watch*'),
  },
  {
    name: 'features do not import features',
    violations: (files) =>
      productOf(files).flatMap(({ path: file, imports }) => {
        const own = featureOf(file);
        return imports
          .filter(({ module }) => own !== undefined && featureOf(module) !== undefined && featureOf(module) !== own)
          .map(({ module }) => `${file} imports ${module}: features do not know each other, share through src/ui, src/cluster or src/domain`);
      }),
  },
  {
    name: 'only src/host knows the router',
    violations: (files) =>
      productOf(files)
        .filter(({ path: file }) => !isIn('src/host', file))
        .flatMap(({ path: file, imports }) =>
          imports
            .filter(({ module }) => /^react-router(-dom.*)?$/.test(module))
            .map(({ module }) => `${file} imports ${module}: console versions differ in it, go through src/host`),
        ),
  },
  {
    name: 'files are named after their idea',
    violations: (files) => files.filter(({ path: file }) => NAMELESS.includes(baseOf(file).toLowerCase())).map(({ path: file }) => `${file} says nothing of what is in it: name it after its idea`),
  },
  {
    name: 'every file of src/domain that does something has its test beside it',
    violations: (files) => {
      const specs = new Set(files.filter(isSpec).map(({ path: file }) => file));
      return productOf(files)
        .filter(({ path: file, exportsValues }) => isIn('src/domain', file) && exportsValues)
        .map(({ path: file }) => ({ file, spec: file.replace(/(\.tsx?)$/, '.spec$1') }))
        .filter(({ spec }) => !specs.has(spec))
        .map(({ file, spec }) => `${file} has no test: write ${spec}`);
    },
  },
];
