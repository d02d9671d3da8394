import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cluster } from '../local-cluster/localCluster';

/** Where people paste commands. An interactive bash expands `!` from its history, as a terminal's does. */
export type Shell = 'sh' | 'bash' | 'interactive bash';
const STARTS: Readonly<Record<Shell, readonly [string, readonly string[]]>> = {
  sh: ['/bin/sh', ['-e', '-s']],
  bash: ['/bin/bash', ['-e', '-s']],
  'interactive bash': ['/bin/bash', ['--norc', '--noprofile', '--noediting', '-e', '-i']],
};

const TIMEOUT_MS = 60_000;

/** What came of a script; the exit code is null when it took too long and was ended. */
export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The kubeconfig of one of the local cluster's users; YAML reads JSON. */
const kubeconfigOf = (user: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster: { server: cluster.apiServer, 'certificate-authority': cluster.caFile } }],
    users: [{ name: user, user: { token: cluster.users[user] } }],
    contexts: [{ name: user, context: { cluster: 'local', user } }],
    'current-context': user,
  });

/** A folder with the real `oc` and `virtctl` in `bin/`, and what they need to be a user of the local cluster. */
function makeFolder(user: string): string {
  const clients = process.env.CLIENTS_BIN;
  if (!clients)
    throw new Error('CLIENTS_BIN has to name the binary of test/cluster/cmd/clients; npm run test:e2e sets it.');
  const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-shell-'));
  mkdirSync(path.join(folder, 'bin'));
  for (const name of ['oc', 'virtctl']) symlinkSync(clients, path.join(folder, 'bin', name));
  writeFileSync(path.join(folder, 'kubeconfig'), kubeconfigOf(user), { mode: 0o600 });
  return folder;
}

/** Gives a script to a shell line by line, as when it is pasted; the first command that fails ends it. */
export async function paste(script: string, { user, shell = 'bash' }: { user: string; shell?: Shell }): Promise<Ran> {
  const folder = makeFolder(user);
  const [program, args] = STARTS[shell];
  const env = { PATH: `${folder}/bin:/usr/bin:/bin`, HOME: folder, KUBECONFIG: `${folder}/kubeconfig`, HISTFILE: '' };
  // a group of its own, so that what it started can be ended with it
  const child = spawn(program, [...args], { cwd: folder, env, detached: true });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  // a script that fails stops reading
  child.stdin.on('error', () => undefined).end(`${script}\n`);
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), TIMEOUT_MS);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    return { exitCode, stdout: out.join(''), stderr: err.join('') };
  } finally {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}
