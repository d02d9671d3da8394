import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { chartModule, clusterBinary, clusterModule, helmBinary, logFile } from './folders.mjs';
import { run } from './processes.mjs';

/**
 * The same for building, vetting and testing: with other flags, Go would compile Kubernetes a second time. Without
 * debug information that takes less, and the garbage collector may use the memory. Without inlining it would take an
 * eighth less again, and the programs would work a quarter longer whenever they run.
 */
export const goFlags = ['-trimpath', '-buildvcs=false', '-gcflags=all=-dwarf=false'];
export const goLinkFlags = ['-ldflags=-s -w'];
export const goEnvironment = { CGO_ENABLED: '0', GOGC: '400' };

/**
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv }} [where] folder: of the go.mod that says which Go is needed
 * @throws {Failure} when Go is missing, or older than that and kept from fetching a newer one itself; in Go's own words
 */
export function checkGo({ folder = clusterModule, env = process.env } = {}) {
  // of what reads go.mod the quickest
  const { status, error, stderr } = spawnSync('go', ['list', '-m'], { cwd: folder, env, encoding: 'utf8' });
  if (status === 0) return;
  const reason = error ? 'there is no go command on the PATH' : stderr.trim();
  throw new Failure(
    `The local cluster cannot be built (${reason}): install Go from your system's packages or go.dev, or use your own cluster: npm start -- --kubeconfig FILE.`,
  );
}

/**
 * The programs of the local cluster, and with `clients` the command line clients, which only the browser tests need.
 */
const programs = { cluster: ['./cmd/cluster', './cmd/kubevirt'], clients: ['./cmd/clients'] };

/** @returns {string[]} with them kube-apiserver says which version it is, as a released one does */
function versionFlags() {
  const goMod = readFileSync(path.join(clusterModule, 'go.mod'), 'utf8');
  const [, version, major, minor] = /^\tk8s\.io\/kubernetes (v(\d+)\.(\d+)\S+)$/m.exec(goMod) ?? [];
  const set = (/** @type {string} */ name, /** @type {string | undefined} */ value) =>
    `-X k8s.io/component-base/version.${name}=${value}`;
  return [`${goLinkFlags[0]} ${set('gitVersion', version)} ${set('gitMajor', major)} ${set('gitMinor', minor)}`];
}

/**
 * Builds the local cluster, all of its programs into one folder: they look for each other there. Go knows what has
 * changed: nothing takes seconds, all of it minutes.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ withClients: boolean }} options
 * @throws {Failure} when it does not compile
 */
export async function buildCluster(progress, { withClients }) {
  const title = existsSync(clusterBinary)
    ? 'Building the local cluster'
    : 'Building the local cluster (Kubernetes, etcd, KubeVirt and CoreDNS from source: 3 to 10 minutes the first time, seconds later)';
  await progress.step(title, async () => {
    mkdirSync(path.dirname(clusterBinary), { recursive: true });
    const log = logFile('go-build');
    const code = await run(
      'go',
      [
        'build',
        ...goFlags,
        ...versionFlags(),
        '-o',
        `${path.dirname(clusterBinary)}/`,
        ...programs.cluster,
        ...(withClients ? programs.clients : []),
      ],
      {
        name: 'go build',
        log,
        cwd: clusterModule,
        env: goEnvironment,
        minutes: 45,
      },
    );
    if (code !== 0) throw new Failure(`The local cluster could not be built (go build, exit code ${code}).`, { log });
  });
}

/** `go list -m` names no folder while the module is not fetched; of what is built only the chart's tests need it. */
const openshiftApiDownload = ['mod', 'download', '-json', 'github.com/openshift/api'];

/**
 * Builds helm at the version of the chart's tests, and finds the API definitions that they use.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<{ helm: string, openshiftApi: string }>} the program, and the folder of github.com/openshift/api
 * @throws {Failure} when it does not compile
 */
export async function buildHelm(progress) {
  await progress.step('Building helm', async () => {
    const log = logFile('helm-build');
    const args = ['build', ...goFlags, ...goLinkFlags, '-o', helmBinary, 'helm.sh/helm/v3/cmd/helm'];
    const options = { name: 'go build', log, cwd: chartModule, env: goEnvironment, minutes: 20 };
    const code = await run('go', args, options);
    if (code !== 0) throw new Failure(`helm could not be built (go build, exit code ${code}).`, { log });
  });
  const { status, stdout, stderr } = spawnSync('go', openshiftApiDownload, { cwd: chartModule, encoding: 'utf8' });
  if (status !== 0) throw new Failure(`OpenShift's API definitions could not be fetched: ${stderr.trim() || stdout}`);
  return { helm: helmBinary, openshiftApi: JSON.parse(stdout).Dir };
}
