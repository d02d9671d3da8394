/**
 * From command-line arguments to the options of startConsole.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readKubeconfig } from './kubeconfig.mjs';

export const USAGE = `Usage: node serve.mjs (--cluster-json FILE | --kubeconfig FILE [--context NAME]) --plugin NAME=DIR_OR_URL …

  --port N             port on the loopback interface (9000)
  --cluster-json FILE  what the local cluster wrote: its address, CA and the tokens of its users
  --kubeconfig FILE    any cluster; the user of the current context, or of --context
  --plugin NAME=DIR    a plugin's build folder, or http://… of its development server; may be repeated
  --user NAME          who acts until another is chosen in the masthead
  --release VERSION    of the console, from 4.19.0 to 5.0.0 (4.22.0)`;

/**
 * @param {string[]} args
 * @returns {Promise<import('./serve.mjs').ConsoleOptions | undefined>} undefined when help was asked for
 * @throws {Error} in one sentence, when an argument is missing or wrong
 */
export async function readCommandLine(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '9000' },
      'cluster-json': { type: 'string' },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      plugin: { type: 'string', multiple: true, default: [] },
      user: { type: 'string' },
      release: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    return undefined;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is not a port number.`);
  }
  if ((values['cluster-json'] === undefined) === (values.kubeconfig === undefined)) {
    throw new Error('Give either --cluster-json FILE or --kubeconfig FILE.');
  }
  return {
    port,
    api:
      values.kubeconfig === undefined
        ? readClusterJson(values['cluster-json'])
        : readKubeconfig(values.kubeconfig, values.context),
    plugins: Object.fromEntries(values.plugin.map(pluginOf)),
    defaultUser: values.user,
    releaseVersion: values.release,
  };
}

/**
 * Reads what the local cluster writes about itself.
 *
 * @param {string} file
 * @returns {import('./apiProxy.mjs').ApiServer}
 */
export function readClusterJson(file) {
  const cluster = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    server: cluster.apiServer,
    ca: fs.readFileSync(path.resolve(path.dirname(file), cluster.caFile)),
    users: Object.fromEntries(Object.entries(cluster.users).map(([name, token]) => [name, { token }])),
  };
}

/**
 * @param {string} text NAME=DIR_OR_URL
 * @returns {[string, string]}
 */
function pluginOf(text) {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new Error(`--plugin ${text}: write NAME=DIR or NAME=URL.`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}
