/**
 * npm run start:openshift: the plugin as it is built here, in a real OpenShift console on this machine, with the
 * cluster that oc is logged in to.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { dist, logFile, repository } from './folders.mjs';
import { install } from './install.mjs';
import { lastLine, untilSays } from './logTail.mjs';
import { buildPlugin, watchPlugin } from './plugin.mjs';
import { checkPort, chosenPort } from './ports.mjs';
import { start } from './processes.mjs';
import { Progress } from './progress.mjs';
import { serveUntilStopped } from './session.mjs';
import { lookAtCluster } from './startOpenshiftCluster.mjs';
import { consoleCommand, containerEngine } from './startOpenshiftConsole.mjs';
import { serveFiles } from './startOpenshiftFiles.mjs';

/** @typedef {import('./processes.mjs').Child} Child */
/** @typedef {import('./startOpenshiftCluster.mjs').ClusterService} ClusterService */
/** @typedef {import('./startOpenshiftConsole.mjs').ServedPlugin} ServedPlugin */
/** @typedef {import('./startOpenshiftConsole.mjs').ServedProxy} ServedProxy */

const COMMAND = 'npm run start:openshift';
const usage = `Usage: ${COMMAND} -- [options]

Builds the plugin and shows it in a real OpenShift console on this machine, which uses the cluster and the login of oc.
Needs oc and podman or docker; Ctrl-C stops all of it. What you apply is applied to that cluster.

  --watch              build the plugin again when its sources change (reload the page then)
  --built FOLDER       show the built plugin in this folder instead of building it
  --console RELEASE    of which release the console is, for example 4.21; without it, the cluster's own
  --image IMAGE        the console's image, instead of quay.io/openshift/origin-console:RELEASE
  --help               this text

PORT=9100 ${COMMAND} shows the console on another port than 9000.
CONTAINER_ENGINE=docker ${COMMAND} uses docker where podman is installed too.`;

/**
 * @param {string[]} args
 * @throws {Failure} when an argument is unknown
 */
function readOptions(args) {
  try {
    return parseArgs({
      args,
      options: {
        watch: { type: 'boolean' },
        built: { type: 'string' },
        console: { type: 'string' },
        image: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Failure(`${reason}: ${COMMAND} -- --help lists the options.`);
  }
}

/**
 * @param {ClusterService} service
 * @returns {Promise<number>} a port of this machine that forwards to it
 * @throws {Failure} when the user has no permission to forward it, in oc's words
 */
async function forward({ name, namespace, port }) {
  const child = await start('oc', ['port-forward', `--namespace=${namespace}`, `service/${name}`, `:${port}`], {
    name: `oc port-forward to ${name}`,
    log: logFile(`port-forward-${name}`),
  });
  const [, local] = await untilSays(child, /Forwarding from 127\.0\.0\.1:(\d+)/, { minutes: 1 });
  return Number(local);
}

/**
 * Forwards what the stock plugin's pages need. Without them there are no pages of VMs, and so no tab on them; the
 * plugin's own pages work.
 * @param {import('./startOpenshiftCluster.mjs').OtherPlugin | undefined} plugin
 * @param {Progress} progress
 * @returns {Promise<{ plugins: ServedPlugin[], proxies: ServedProxy[] }>}
 */
async function stockPlugin(plugin, progress) {
  if (!plugin) {
    progress.say('  The pages of VMs are not shown: kubevirt-plugin cannot be read with your permissions.');
    return { plugins: [], proxies: [] };
  }
  try {
    const { name, basePath } = plugin;
    const port = await forward(plugin.files);
    const proxies = await Promise.all(
      plugin.proxies.map(async ({ alias, service, withToken }) => ({
        plugin: name,
        alias,
        withToken,
        port: await forward(service),
      })),
    );
    return { plugins: [{ name, scheme: 'https', port, basePath }], proxies };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    progress.say(`  The pages of VMs are not shown: ${error.message}`);
    return { plugins: [], proxies: [] };
  }
}

/**
 * @param {Child} console
 * @param {number} port
 * @param {(text: string) => void} note
 * @throws {Failure} when it ends before it answers
 */
async function untilAnswers(console, port, note) {
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => undefined);
    if (answer?.ok) return;
    if (console.hasEnded)
      throw new Failure(`The console did not start: ${lastLine(console.log)}`, { log: console.log });
    note(lastLine(console.log));
    await wait(200);
  }
}

/** Ends the container also where its engine's command was killed before it could. */
let removeContainer = () => {};

/**
 * @param {ReturnType<typeof readOptions>} options
 * @param {Progress} progress
 * @returns {Promise<Child[]>} what runs now, and should go on running
 */
async function startAll(options, progress) {
  const port = chosenPort(process.env.PORT);
  await checkPort(port, COMMAND);
  const engine = containerEngine(process.env.CONTAINER_ENGINE);
  const cluster = lookAtCluster();
  const release = options.console ?? cluster.release ?? 'latest';
  const image = options.image ?? `quay.io/openshift/origin-console:${release}`;
  progress.say(`  Cluster ${cluster.server}, user ${cluster.user}, console ${image} by ${engine}`);

  if (options.built === undefined) {
    await install(repository, progress);
    await buildPlugin(progress, options.watch ? 'development' : 'production');
  }
  const watch = options.watch ? [await watchPlugin()] : [];
  const files = await serveFiles(path.resolve(options.built ?? dist));
  const stock = await stockPlugin(cluster.kubevirtPlugin, progress);
  const name = `expose-vm-console-${process.pid}`;
  const { args, env } = consoleCommand({
    engine,
    platform: process.platform,
    name,
    image,
    port,
    cluster,
    plugins: [{ name: 'expose-vm', scheme: 'http', port: files.port, basePath: '/' }, ...stock.plugins],
    proxies: stock.proxies,
  });
  return progress.step('Starting the console (the first time its image is pulled)', async (note) => {
    removeContainer = () => void spawnSync(engine, ['rm', '--force', name], { timeout: 20_000 });
    const console = await start(engine, args, { name: 'The console', log: logFile('openshift-console'), env });
    await untilAnswers(console, port, note);
    progress.say(`
  The console is ready: http://localhost:${port}
  Virtualization > VirtualMachines > a VM > tab Services. You have the permissions of ${cluster.user}, and what you
  apply is applied to ${cluster.server}.

  Ctrl-C stops everything.
`);
    return [console, ...watch];
  });
}

const progress = new Progress();
await serveUntilStopped(
  progress,
  async () => {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(usage);
      process.exit(0);
    }
    return startAll(options, progress);
  },
  () => removeContainer(),
);
