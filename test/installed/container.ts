import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment } from './environment';
import { cluster } from '../local-cluster/localCluster';

/** A file or a folder of this machine at a place in the container; `tmpfs` is an empty folder that is writable. */
export interface Mount {
  readonly source: string;
  readonly target: string;
}

/** A process in its own file system, as a container runtime starts it. */
export class Container {
  readonly #child: ChildProcess;
  readonly #root: string;
  readonly #exited: Promise<number>;
  output = '';

  /** Starts the command; what is mounted later lies over what is mounted before. */
  constructor(command: readonly string[], mounts: readonly Mount[], env: Readonly<Record<string, string>>) {
    this.#root = mkdtempSync(path.join(tmpdir(), 'expose-vm-root-'));
    const { hostname, port } = new URL(cluster.apiServer);
    const inContainer = [
      { source: path.join(environment.nginx, 'etc/nginx'), target: '/etc/nginx' },
      { source: path.join(environment.nginx, 'usr/sbin'), target: '/usr/local/sbin' },
      ...mounts,
    ].flatMap(({ source, target }) => [source, target]);
    const script = path.join(environment.repository, 'test/installed/container.sh');
    const args = ['--user', '--map-root-user', '--mount', 'bash', script, this.#root, ...inContainer, '--', ...command];
    this.#child = spawn('unshare', args, {
      env: {
        PATH: '/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
        KUBERNETES_SERVICE_HOST: hostname,
        KUBERNETES_SERVICE_PORT: port,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own, so that what it started can be ended with it
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.#exited = new Promise((resolve, reject) => {
      this.#child.on('error', reject).on('close', (code) => resolve(code ?? 1));
    });
  }

  /** The exit code, when it has ended by itself. */
  ended(): Promise<number> {
    return this.#exited.finally(() => rmSync(this.#root, { recursive: true, force: true }));
  }

  /** Ends it as a kubelet does: SIGTERM to its first process, and after a while SIGKILL to all. */
  async stop(seconds = 20): Promise<number> {
    const { pid } = this.#child;
    if (pid === undefined) return 1;
    const killAll = () => {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // all have ended
      }
    };
    const late = setTimeout(killAll, seconds * 1000);
    this.#child.kill('SIGTERM');
    const code = await this.ended();
    clearTimeout(late);
    killAll();
    return code;
  }
}

const folders: string[] = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that goes away with the tests. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `expose-vm-${name}-`));
  folders.push(folder);
  return folder;
}
