/**
 * npm start: everything that is needed to click through Expose VM on this machine, and nothing left behind.
 */
import path from 'node:path';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { cache, consoleFolder, repository } from './folders.mjs';
import { buildCluster, checkGo } from './goBuild.mjs';
import { install } from './install.mjs';
import { checkNotRunning, startCluster } from './localCluster.mjs';
import { buildPlugin, watchPlugin } from './plugin.mjs';
import { checkPort, chosenPort } from './ports.mjs';
import { elapsed, Progress } from './progress.mjs';
import { serveUntilStopped } from './session.mjs';
import { buildStandIn, serveStandIn } from './standIn.mjs';

/** @typedef {import('./processes.mjs').Child} Child */
/** @typedef {{ fresh?: boolean, watch?: boolean, help?: boolean, kubeconfig?: string, context?: string }} Options */

const usage = `Usage: npm start -- [options]

Starts a local cluster (real Kubernetes API server, KubeVirt and CoreDNS, no virtual machines inside) with sample VMs, and a
stand-in for the OpenShift console that shows the plugin. Needs Node.js and Go; Ctrl-C stops all of it.

  --fresh              start with an empty cluster instead of its last state
  --watch              build the plugin again when its sources change (reload the page then)
  --kubeconfig FILE    use your own cluster with KubeVirt instead of the local one; needs no Go
  --context NAME       which context of that file, if not its current one
  --help               this text

PORT=9001 npm start serves on another port than 9000.`;

const clusterFolder = path.join(cache, 'cluster');

/**
 * @param {string[]} args
 * @returns {Options}
 * @throws {Failure} when an argument is unknown or does not fit the others
 */
function readOptions(args) {
  /** @type {Options} */
  let options;
  try {
    ({ values: options } = parseArgs({
      args,
      options: {
        fresh: { type: 'boolean' },
        watch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
      },
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Failure(`${reason}: npm start -- --help lists the options.`);
  }
  if (options.context && !options.kubeconfig)
    throw new Failure('--context needs --kubeconfig FILE: the local cluster has no other contexts.');
  if (options.fresh && options.kubeconfig)
    throw new Failure('--fresh empties the local cluster and cannot be used with --kubeconfig.');
  if (options.kubeconfig) {
    options.kubeconfig = path.resolve(options.kubeconfig);
    if (!existsSync(options.kubeconfig)) throw new Failure(`There is no kubeconfig file ${options.kubeconfig}.`);
  }
  return options;
}

/**
 * @param {Options} options
 * @param {Progress} progress
 * @returns {Promise<Child[]>} what runs now, and should go on running
 */
async function startAll(options, progress) {
  const began = Date.now();
  const port = chosenPort(process.env.PORT);
  await checkPort(port);
  if (!options.kubeconfig) {
    checkGo();
    checkNotRunning(clusterFolder);
  }

  const [cluster] = await Promise.all([
    options.kubeconfig ? undefined : localCluster(options, progress),
    pages(options, progress),
  ]);

  const which = cluster
    ? ['--cluster-json', cluster.clusterJson]
    : ['--kubeconfig', /** @type {string} */ (options.kubeconfig)];
  if (options.context) which.push('--context', options.context);
  const console = await serveStandIn(progress, { name: 'console', port, cluster: which });
  const watch = options.watch ? [await watchPlugin()] : [];
  progress.say(welcome(console.url, cluster?.users, elapsed(Date.now() - began)));
  return [...(cluster ? [cluster.child] : []), console.child, ...watch];
}

/**
 * @param {Options} options
 * @param {Progress} progress
 */
async function localCluster(options, progress) {
  await buildCluster(progress, { withClients: false });
  return startCluster(progress, {
    name: 'cluster',
    folder: clusterFolder,
    fresh: options.fresh ?? false,
    // long enough that Starting and Stopping can be seen, as with a real guest
    bootDelay: '4s',
    stopDelay: '3s',
  });
}

/**
 * @param {Options} options
 * @param {Progress} progress
 */
async function pages(options, progress) {
  await Promise.all([
    install(repository, progress).then(() => buildPlugin(progress, options.watch ? 'development' : 'production')),
    install(consoleFolder, progress).then(() => buildStandIn(progress)),
  ]);
}

/**
 * @param {string} url
 * @param {string[] | undefined} users of the local cluster
 * @param {string} time
 */
function welcome(url, users, time) {
  const scenario = users
    ? `
  What to click: project prod2, Virtualization > VirtualMachines > backendvm > tab Services > Expose VM.
  Users: ${users.join(', ')}. Switch between them at the top right; each has other permissions.`
    : `
  You have the permissions of your kubeconfig's user. What you apply is applied to that cluster.`;
  return `
  Expose VM is ready after ${time}: ${url}
${scenario}

  Ctrl-C stops everything.
`;
}

const progress = new Progress();
await serveUntilStopped(progress, async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    process.exit(0);
  }
  return startAll(options, progress);
});
