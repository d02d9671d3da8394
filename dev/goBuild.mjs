import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { clusterBinary, clusterModule, logFile } from './folders.mjs';
import { run } from './processes.mjs';

/**
 * The same for building, vetting and testing: with other flags, Go would compile Kubernetes a second time. Without
 * inlining and debug information that takes a third less, and the garbage collector may use the memory.
 */
export const goFlags = ['-trimpath', '-buildvcs=false', '-gcflags=all=-l -dwarf=false'];
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
        ...goLinkFlags,
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
