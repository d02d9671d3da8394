import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import yaml from 'js-yaml';
import { newFolder } from './container';
import { environment } from './environment';
import { tokenOf } from './kubelet';
import { api, cluster } from '../local-cluster/localCluster';

const NAMESPACE = 'installers';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** What came of a command. */
export interface Ran {
  readonly code: number;
  readonly output: string;
}

/**
 * The API server as from somebody's desk: each request is 40 ms on its way. On one machine the client would be as near
 * to it as the pods are, which it never is.
 */
async function distantApiServer(): Promise<string> {
  const { hostname, port } = new URL(cluster.apiServer);
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname);
    client.on('data', (chunk) => setTimeout(() => upstream.write(chunk), 40));
    upstream.pipe(client);
    client.on('close', () => upstream.destroy()).on('error', () => upstream.destroy());
    upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `https://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}

/** Somebody who has the rights of charts/expose-vm/installer-role.yaml and no others, with `oc` and `helm`. */
export class Installer {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async come(): Promise<Installer> {
    const role = readFileSync(path.join(environment.repository, 'charts/expose-vm/installer-role.yaml'), 'utf8');
    const name = 'installer';
    await api(
      'POST',
      '/api/v1/namespaces',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
      [201, 409],
    );
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } };
    await api('POST', `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`, account, [201, 409]);
    await api('POST', `${RBAC}/clusterroles`, yaml.load(role), [201, 409]);
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'expose-vm-installer' },
      subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
    };
    await api('POST', `${RBAC}/clusterrolebindings`, binding, [201, 409]);
    const folder = newFolder('installer');
    symlinkSync(environment.clients, path.join(folder, 'oc'));
    const kubeconfig = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        { name: 'local', cluster: { server: await distantApiServer(), 'certificate-authority': cluster.caFile } },
      ],
      users: [{ name, user: { token: await tokenOf(NAMESPACE, name) } }],
      contexts: [{ name, context: { cluster: 'local', user: name } }],
      'current-context': name,
    };
    writeFileSync(path.join(folder, 'kubeconfig'), JSON.stringify(kubeconfig), { mode: 0o600 });
    return new Installer(folder);
  }

  oc(...args: string[]): Promise<Ran> {
    return this.#run(path.join(this.#folder, 'oc'), args);
  }

  helm(...args: string[]): Promise<Ran> {
    return this.#run(environment.helm, args);
  }

  #run(command: string, args: string[]): Promise<Ran> {
    const env = { PATH: '/usr/bin:/bin', HOME: this.#folder, KUBECONFIG: path.join(this.#folder, 'kubeconfig') };
    return new Promise((resolve) => {
      execFile(command, args, { env, timeout: 60_000 }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
      });
    });
  }
}
