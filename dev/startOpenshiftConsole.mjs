import { spawnSync } from 'node:child_process';
import { Failure } from './failure.mjs';

/** @typedef {import('./startOpenshiftCluster.mjs').OpenshiftCluster} OpenshiftCluster */
/**
 * Where a plugin's files are on this machine.
 * @typedef {{ name: string, scheme: 'http' | 'https', port: number, basePath: string }} ServedPlugin
 */
/**
 * A Service that a plugin's pages ask through the console, forwarded to this machine.
 * @typedef {{ plugin: string, alias: string, port: number, withToken: boolean }} ServedProxy
 */
/** @typedef {'podman' | 'docker'} Engine */

/** The port in the container where it has a network of its own. */
const OWN_PORT = 9000;

/**
 * @param {string | undefined} wanted of the environment variable CONTAINER_ENGINE
 * @returns {Engine} podman where there is one
 * @throws {Failure} when there is neither, or the one that is there does not work
 */
export function containerEngine(wanted) {
  if (wanted && wanted !== 'podman' && wanted !== 'docker')
    throw new Failure(`CONTAINER_ENGINE must be podman or docker and is "${wanted}".`);
  /** @type {Engine[]} */
  const candidates = wanted === 'podman' || wanted === 'docker' ? [wanted] : ['podman', 'docker'];
  for (const engine of candidates) {
    const { error, status, stderr } = spawnSync(engine, ['info'], { encoding: 'utf8', timeout: 60_000 });
    if (error && 'code' in error && error.code === 'ENOENT') continue;
    if (status === 0) return engine;
    throw new Failure(`${engine} does not work (${stderr?.trim().split('\n').at(-1) || error?.message}).`);
  }
  throw new Failure(`The console runs in a container: install ${candidates.join(' or ')}.`);
}

/**
 * The command that runs the console with plugins that are served on this machine, as a person who is logged in already.
 * It listens on this machine alone: whoever reaches it has that person's permissions.
 * @param {object} options
 * @param {Engine} options.engine
 * @param {NodeJS.Platform} options.platform of this machine: on Linux the container uses its network, elsewhere a
 *   container runs in a virtual machine, which knows it by a name
 * @param {string} options.name of the container
 * @param {string} options.image
 * @param {number} options.port where the console is to be opened
 * @param {Pick<OpenshiftCluster, 'server' | 'token'>} options.cluster
 * @param {ServedPlugin[]} options.plugins
 * @param {ServedProxy[]} options.proxies
 * @returns {{ args: string[], env: Record<string, string> }} the engine's arguments, which name the variables of the
 *   environment without their values: the token is not to be seen in the list of processes
 */
export function consoleCommand({ engine, platform, name, image, port, cluster, plugins, proxies }) {
  const onHost = platform === 'linux';
  const host = onHost ? 'localhost' : `host.${engine === 'podman' ? 'containers' : 'docker'}.internal`;
  /** @type {Record<string, string>} */
  const env = {
    BRIDGE_LISTEN: onHost ? `http://127.0.0.1:${port}` : `http://0.0.0.0:${OWN_PORT}`,
    BRIDGE_BASE_ADDRESS: `http://localhost:${port}`,
    BRIDGE_USER_AUTH: 'disabled',
    BRIDGE_K8S_MODE: 'off-cluster',
    BRIDGE_K8S_MODE_OFF_CLUSTER_ENDPOINT: cluster.server,
    BRIDGE_K8S_MODE_OFF_CLUSTER_SKIP_VERIFY_TLS: 'true',
    BRIDGE_K8S_AUTH: 'bearer-token',
    BRIDGE_K8S_AUTH_BEARER_TOKEN: cluster.token,
    BRIDGE_USER_SETTINGS_LOCATION: 'localstorage',
    BRIDGE_PLUGINS: plugins
      .map((plugin) => `${plugin.name}=${plugin.scheme}://${host}:${plugin.port}${plugin.basePath}`)
      .join(','),
    BRIDGE_I18N_NAMESPACES: plugins.map((plugin) => `plugin__${plugin.name}`).join(','),
  };
  if (proxies.length > 0) {
    const services = proxies.map((proxy) => ({
      consoleAPIPath: `/api/proxy/plugin/${proxy.plugin}/${proxy.alias}/`,
      endpoint: `https://${host}:${proxy.port}`,
      authorize: proxy.withToken,
    }));
    env.BRIDGE_PLUGIN_PROXY = JSON.stringify({ services });
  }
  const network = onHost ? ['--network=host'] : [`--publish=127.0.0.1:${port}:${OWN_PORT}`];
  const variables = Object.keys(env).map((variable) => `--env=${variable}`);
  return { args: ['run', '--rm', `--name=${name}`, ...network, ...variables, image], env };
}
