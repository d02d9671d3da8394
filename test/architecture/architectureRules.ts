/** The rules of the architecture: each lists what breaks it, as sentences. */
import path from 'node:path';
import { importCircles } from './importCircles';
import { isSpec, type SourceFile } from './sourceTree';

export interface ArchitectureRule {
  readonly name: string;
  readonly violations: (files: readonly SourceFile[]) => string[];
}

const WRITERS = [
  'k8sCreate',
  'k8sPatch',
  'k8sUpdate',
  'k8sDelete',
  'consoleFetch',
  'consoleFetchJSON',
  'consoleFetchText',
];
const CLOCK = ['performance', 'setTimeout', 'setInterval', 'requestAnimationFrame'];
const NO_CLOCK = 'time is handed to the domain, never asked for there';
const DIAGNOSIS_CODE = /^[SVPENUHLORKGA]\d{1,2}$/;
const KNOWS_CODES = ['src/domain/diagnosis', 'src/ui/text/findings'];
/**
 * Folders of src that are pages, tabs or menu entries of their own. `service-parts`, `cluster-test` and
 * `connection-picture` are parts that they show.
 */
const FEATURES = ['wizard', 'services-tab', 'exposed-vms', 'cluster-network', 'vm-actions'];
/**
 * The rooms of a folder, floor by floor from the top: a file imports from its own room and from the rooms of lower
 * floors. `.` stands for the files that are in no room.
 */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  src: [FEATURES, ['service-parts'], ['cluster-test', 'connection-picture'], ['ui'], ['cluster'], ['domain', 'host']],
  'src/domain': [
    ['exposed'],
    ['exposure'],
    ['bulk', 'diagnosis'],
    ['cluster-test', 'plan'],
    ['draft'],
    ['labels', 'service'],
    ['steps', 'network'],
    ['kubevirt'],
    ['k8s'],
  ],
  'src/cluster': [['run', 'watch'], ['ask'], ['port']],
  'src/wizard': [
    ['entry'],
    ['.', 'each'],
    ['picker', 'ports', 'reach', 'selection', 'review', 'run', 'result'],
    ['draft'],
    ['vms'],
  ],
};
const MAX_FILES_OF_FOLDER = 25;
const NAMELESS = ['utils', 'helpers', 'constants', 'index', 'common', 'misc'];

const productOf = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter((file) => file.path.startsWith('src/') && !isSpec(file));
const isIn = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);
/** The room of a file in a folder: the name of the folder below it, `.` for a file that is in none. */
const roomOf = (folder: string, file: string): string | undefined => {
  if (!isIn(folder, file)) return undefined;
  const [room = '', ...rest] = file.slice(folder.length + 1).split('/');
  return rest.length > 0 ? room : '.';
};
/** The floor of a room, counted from the top; -1 for a room that the table does not have. */
const floorOf = (folder: string, room: string): number =>
  (FLOORS[folder] ?? []).findIndex((floor) => floor.includes(room));

/** What a file imports from its own or from a higher floor of one folder, other rooms than its own. */
const climbing = (folder: string, { path: file, imports }: SourceFile): string[] => {
  const own = roomOf(folder, file);
  if (own === undefined) return [];
  const floor = floorOf(folder, own);
  if (floor < 0)
    return [`${file} is in a room that test/architecture/architectureRules.ts does not know: give it a floor`];
  return imports.flatMap(({ module }) => {
    const room = roomOf(folder, module);
    return room === undefined || room === own || floorOf(folder, room) > floor
      ? []
      : [`${file} imports ${module}: ${room} is on no lower floor than ${own}`];
  });
};

const featureOf = (file: string): string | undefined => FEATURES.find((feature) => isIn(`src/${feature}`, file));
const baseOf = (file: string): string => path.posix.basename(file).replace(/(\.spec)?\.tsx?$/, '');

/** Names that only some files may use. */
const onlyIn =
  (names: readonly string[], isAllowed: (file: string) => boolean, why: string) => (files: readonly SourceFile[]) =>
    productOf(files)
      .filter(({ path: file }) => !isAllowed(file))
      .flatMap(({ path: file, identifiers }) =>
        names.filter((name) => identifiers.has(name)).map((name) => `${file} uses ${name}: ${why}`),
      );

export const RULES: readonly ArchitectureRule[] = [
  {
    name: 'src/domain imports only src/domain',
    violations: (files) =>
      productOf(files)
        .filter(({ path: file }) => isIn('src/domain', file))
        .flatMap(({ path: file, imports }) =>
          imports
            .filter(({ module }) => !isIn('src/domain', module))
            .filter(
              ({ module, isTypeOnly }) =>
                !(
                  file === 'src/domain/k8s/objects.ts' &&
                  isTypeOnly &&
                  module.startsWith('@kubevirt-ui-ext/kubevirt-api')
                ),
            )
            .map(
              ({ module }) =>
                `${file} imports ${module}: the domain is pure, move what needs it elsewhere (types of the API go through src/domain/k8s/objects.ts)`,
            ),
        ),
  },
  {
    name: 'src/domain knows no clock',
    violations: (files) => [
      ...onlyIn(CLOCK, (file) => !isIn('src/domain', file), NO_CLOCK)(files),
      ...productOf(files)
        .filter(({ path: file, asksTime }) => isIn('src/domain', file) && asksTime)
        .map(({ path: file }) => `${file} asks Date for the time: ${NO_CLOCK}`),
    ],
  },
  {
    name: 'codes of the diagnosis are named only in the diagnosis and its texts',
    violations: (files) =>
      productOf(files)
        .filter(({ path: file }) => !KNOWS_CODES.some((folder) => isIn(folder, file)))
        .flatMap(({ path: file, texts }) =>
          [...texts]
            .filter((text) => DIAGNOSIS_CODE.test(text))
            .map((code) => `${file} names ${code}: ask by what it means, such as its family or the input it reads`),
        ),
  },
  {
    name: 'only src/cluster/port/sdkPort.ts writes to the cluster',
    violations: onlyIn(
      WRITERS,
      (file) => file === 'src/cluster/port/sdkPort.ts',
      'go through the ClusterPort of src/cluster/port/sdkPort.ts',
    ),
  },
  {
    name: 'only useWatched watches',
    violations: onlyIn(
      ['useK8sWatchResource', 'useK8sWatchResources'],
      (file) => file === 'src/cluster/watch/useWatched.ts',
      'go through useWatched, which keeps what was read while the console repeats its discovery of the API',
    ),
  },
  {
    name: 'only src/domain/draft/resolve.ts finds out what a draft means',
    violations: onlyIn(
      [
        'draftProblems',
        'plannedService',
        'plannedRoute',
        'changedFields',
        'needsReplacement',
        'replacement',
        'specChange',
      ],
      (file) => isIn('src/domain/draft', file),
      'take the goal, or what can be told of the draft, that `resolve` gives',
    ),
  },
  ...Object.keys(FLOORS).map((folder) => ({
    name: `rooms of ${folder} import only from lower floors`,
    violations: (files: readonly SourceFile[]) => productOf(files).flatMap((file) => climbing(folder, file)),
  })),
  {
    name: 'no files import each other in a circle',
    violations: (files) => importCircles(files).map((circle) => `${circle.join(' → ')} → ${circle[0]}`),
  },
  {
    name: 'a folder has 25 files at most, specs apart',
    violations: (files) => {
      const counts = new Map<string, number>();
      for (const { path: file } of productOf(files))
        counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1);
      return [...counts]
        .filter(([, count]) => count > MAX_FILES_OF_FOLDER)
        .map(([folder, count]) => `${folder} has ${count} files: make rooms by idea`);
    },
  },
  {
    name: 'features do not import features',
    violations: (files) =>
      productOf(files).flatMap(({ path: file, imports }) => {
        const own = featureOf(file);
        return imports
          .filter(({ module }) => own !== undefined && featureOf(module) !== undefined && featureOf(module) !== own)
          .map(
            ({ module }) =>
              `${file} imports ${module}: features do not know each other, share through src/ui, src/cluster or src/domain`,
          );
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
    violations: (files) =>
      files
        .filter(({ path: file }) => NAMELESS.includes(baseOf(file).toLowerCase()))
        .map(({ path: file }) => `${file} says nothing of what is in it: name it after its idea`),
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
