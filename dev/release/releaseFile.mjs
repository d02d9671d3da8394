import { spawnSync } from 'node:child_process';
import path from 'node:path';
import yaml from 'js-yaml';
import { Failure } from '../failure.mjs';
import { chartModule, repository } from '../folders.mjs';
import { goEnvironment, goFlags, goLinkFlags } from '../goBuild.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */
/** @typedef {import('./bundles.mjs').FilledBundle} FilledBundle */
/** @typedef {import('./image.mjs').imageParts} imageParts */
/** @typedef {Record<string, any>} KubernetesObject */

/** The project of what the release file installs. */
const NAMESPACE = 'expose-vm';

/**
 * `oc apply` and `oc delete` go through a file from top to bottom. So a project is before what is in it, the
 * ConsolePlugin goes before all else, and what disables the plugin then keeps its rights to the last.
 */
const ORDER = [
  'ConsolePlugin',
  'ConsoleQuickStart',
  'Namespace',
  'ConfigMap',
  'ServiceAccount expose-vm',
  'NetworkPolicy',
  'Service',
  'PodDisruptionBudget',
  'Job',
  'Deployment',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
];

/** @param {KubernetesObject} object */
function rank({ kind, metadata }) {
  const exactly = ORDER.indexOf(`${kind} ${metadata.name}`);
  const at = exactly < 0 ? ORDER.indexOf(kind) : exactly;
  if (at < 0) throw new Failure(`The release file does not know where ${kind} ${metadata.name} belongs.`);
  return at;
}

/**
 * @param {{ bundles: FilledBundle[], previous: Bundle[], image: ReturnType<imageParts> }} options
 * @returns {KubernetesObject[]} what the chart's templates make of them, in the order of the file
 * @throws {Failure} in Helm's own words
 */
export function renderRelease({ bundles, previous, image }) {
  const values = { image, releaseFile: { enabled: true, bundles, previous } };
  const chosen = { chart: path.join(repository, 'charts/expose-vm'), name: NAMESPACE, namespace: NAMESPACE, values };
  const { status, stdout, stderr, error } = spawnSync('go', ['run', ...goFlags, ...goLinkFlags, './cmd/render'], {
    cwd: chartModule,
    env: { ...process.env, ...goEnvironment },
    input: JSON.stringify(chosen),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Failure(`The chart could not be rendered: ${(error?.message ?? stderr).trim()}`);
  const objects = /** @type {KubernetesObject[]} */ (JSON.parse(stdout));
  return objects
    .map((object, at) => ({ object, at }))
    .sort((a, b) => rank(a.object) - rank(b.object) || a.at - b.at)
    .map(({ object }) => object);
}

/**
 * @param {KubernetesObject[]} objects in their order
 * @param {{ version: string, image: string }} release
 * @returns {string} the file: one list, so that the image is written once, as a YAML anchor
 */
export function releaseText(objects, { version, image }) {
  const items = objects.map((object) =>
    yaml
      .dump(object, { lineWidth: -1, noRefs: true })
      .trimEnd()
      .split('\n')
      .map((line, at) => (line === '' ? '' : `${at === 0 ? '  - ' : '    '}${line}`))
      .join('\n'),
  );
  const named = new RegExp(`^(\\s+(?:- )?(?:image|value): )['"]?${image.replaceAll('.', '\\.')}['"]?$`, 'gm');
  let count = 0;
  const text = items.join('\n').replace(named, (_, before) => {
    count += 1;
    return count === 1 ? `${before}&image ${image}` : `${before}*image`;
  });
  if (text.split(image).length !== 2) throw new Failure(`${image} is not on one line of the release file alone.`);
  return `# Expose VM ${version}, for OpenShift 4.20 and later.
#
#   install, upgrade   oc apply --server-side -f expose-vm-${version}.yaml
#   remove             oc delete -f expose-vm-${version}.yaml
#
# Another registry: change the one line with "&image".
apiVersion: v1
kind: List
items:
${text}
`;
}

/**
 * @param {string} text of a release file
 * @returns {KubernetesObject[]}
 */
export function readRelease(text) {
  const list = /** @type {{ items?: KubernetesObject[] } | undefined} */ (yaml.load(text));
  if (!Array.isArray(list?.items))
    throw new Failure('That is not a release file of Expose VM: it is no list of objects.');
  return list.items;
}
