import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository } from './folders.mjs';

/**
 * A Service of the cluster that the console reaches through a forwarded port.
 * @typedef {{ name: string, namespace: string, port: number }} ClusterService
 */
/**
 * A plugin that the cluster itself has.
 * @typedef {object} OtherPlugin
 * @property {string} name
 * @property {ClusterService} files that serves its files
 * @property {string} basePath of its files there
 * @property {{ alias: string, service: ClusterService, withToken: boolean }[]} proxies Services that its pages ask
 *   through the console
 */
/**
 * @typedef {object} OpenshiftCluster
 * @property {string} server URL of its API server
 * @property {string} user who is logged in
 * @property {string} token of that login
 * @property {string | undefined} release such as `4.22`; not known to users who have no permission to read it
 * @property {OtherPlugin | undefined} kubevirtPlugin whose pages show a VM; undefined when it cannot be read
 */

/**
 * @param {string[]} args
 * @returns {{ ok: boolean, output: string, reason: string }} what oc says, and when it fails, its last line about that
 * @throws {Failure} when there is no oc
 */
function oc(args) {
  const { error, status, stdout, stderr } = spawnSync('oc', args, { encoding: 'utf8', timeout: 60_000 });
  if (error && 'code' in error && error.code === 'ENOENT')
    throw new Failure(
      'There is no oc command on the PATH: install it from the console (? > Command Line Tools) or mirror.openshift.com.',
    );
  const reason = stderr?.trim().split('\n').at(-1) || error?.message || `exit code ${status}`;
  return { ok: status === 0, output: stdout?.trim() ?? '', reason };
}

/**
 * Looks at the cluster that oc is logged in to.
 * @returns {OpenshiftCluster}
 * @throws {Failure} when oc is missing or not logged in, or the plugin would show nothing on that cluster
 */
export function lookAtCluster() {
  const user = oc(['whoami']);
  if (!user.ok) throw new Failure(`oc is not logged in to a cluster (${user.reason}): run oc login first.`);
  const token = oc(['whoami', '--show-token']);
  if (!token.ok || token.output === '')
    throw new Failure(
      `The login of ${user.output} has no token, which the console needs: log in with oc login --username or --token.`,
    );
  const server = oc(['whoami', '--show-server']).output;
  const release = releaseOf(server);
  const kinds = oc(['api-resources', '--api-group=kubevirt.io', '--output=name']);
  if (!kinds.output.split('\n').some((kind) => kind.startsWith('virtualmachines.')))
    throw new Failure(
      `OpenShift Virtualization is not installed on ${server}: the plugin shows nothing on a cluster without it.`,
    );
  return { server, user: user.output, token: token.output, release, kubevirtPlugin: kubevirtPlugin() };
}

/**
 * @param {string} server
 * @returns {string | undefined} the release without its patch level; undefined without the permission to read it
 * @throws {Failure} when it is not OpenShift, or too old
 */
function releaseOf(server) {
  const { ok, output, reason } = oc([
    'get',
    'clusterversion',
    'version',
    '--output=jsonpath={.status.desired.version}',
  ]);
  if (!ok && /doesn't have a resource type/.test(reason))
    throw new Failure(
      `${server} is not OpenShift. For any cluster with KubeVirt there is npm start -- --kubeconfig FILE.`,
    );
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(output) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  const [oldestMajor, oldestMinor] = oldestRelease();
  if (Number(major) < oldestMajor || (Number(major) === oldestMajor && Number(minor) < oldestMinor))
    throw new Failure(`${server} runs OpenShift ${output}; the plugin needs ${oldestMajor}.${oldestMinor} or newer.`);
  return `${major}.${minor}`;
}

/** @returns {[major: number, minor: number]} the oldest release whose console loads the plugin */
function oldestRelease() {
  const { consolePlugin } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  const [, major, minor] = /^>=(\d+)\.(\d+)\./.exec(consolePlugin.dependencies['@console/pluginAPI']) ?? [];
  return [Number(major), Number(minor)];
}

/** @returns {OtherPlugin | undefined} undefined when the user has no permission to read it */
function kubevirtPlugin() {
  const name = 'kubevirt-plugin';
  const { ok, output } = oc(['get', 'consoleplugins.console.openshift.io', name, '--output=json']);
  if (!ok) return undefined;
  const { backend, proxy = [] } = JSON.parse(output).spec;
  if (!backend?.service) return undefined;
  const { basePath = '/', ...files } = backend.service;
  /** @type {{ alias: string, authorization?: string, endpoint: { service?: ClusterService } }[]} */
  const proxies = proxy;
  return {
    name,
    files,
    basePath,
    proxies: proxies.flatMap(({ alias, authorization, endpoint: { service } }) =>
      service ? [{ alias, service, withToken: authorization === 'UserToken' }] : [],
    ),
  };
}
