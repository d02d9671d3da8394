import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Container, newFolder, type Mount } from './container';
import { api, type ApiObject } from '../local-cluster/localCluster';

interface Item {
  readonly key: string;
  readonly path: string;
}
interface ConfigMapSource {
  readonly name: string;
  readonly optional?: boolean;
  readonly items?: readonly Item[];
}
interface Volume {
  readonly name: string;
  readonly configMap?: ConfigMapSource;
  readonly secret?: { readonly secretName: string };
  readonly projected?: { readonly sources: readonly { readonly configMap?: ConfigMapSource }[] };
  readonly emptyDir?: object;
}
interface ContainerSpec {
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
}
export interface PodSpec {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken?: boolean;
  readonly containers: readonly ContainerSpec[];
  readonly volumes?: readonly Volume[];
}
interface Content extends ApiObject {
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What the test does in the place of others. */
export interface Instead {
  /** the pod, where there is one, for which the token is */
  readonly pod?: ApiObject;
  /** of the network: the port of this machine, where 9443 may be taken */
  readonly port?: number;
  /** of the image: what it holds beside the programs; of the network: where a name leads */
  readonly mounts?: readonly Mount[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the container of a pod of a namespace as a kubelet does: it reads the ConfigMaps and Secrets that the pod
 * names, refuses what is missing, and mounts all of it read-only. The kubelet itself, the container runtime and the
 * image have no real part in the local cluster.
 */
export async function startPod(namespace: string, spec: PodSpec, { pod, port, ...more }: Instead = {}) {
  const [container, ...others] = spec.containers;
  if (!container || others.length > 0) throw new Error('Only a pod with one container can be started.');
  if (!container.securityContext.readOnlyRootFilesystem) throw new Error('The root file system would be writable.');
  const folder = newFolder('volumes');
  const volumes = new Map<string, string>();
  for (const volume of spec.volumes ?? []) volumes.set(volume.name, await prepare(namespace, volume, folder, port));
  const mounts = (container.volumeMounts ?? []).map(({ name, mountPath, subPath }) => {
    const source = volumes.get(name);
    if (source === undefined) throw new Error(`There is no volume ${name}.`);
    return { source: subPath ? path.join(source, subPath) : source, target: mountPath } satisfies Mount;
  });
  const account = await api<ApiObject & { automountServiceAccountToken?: boolean }>(
    'GET',
    `/api/v1/namespaces/${namespace}/serviceaccounts/${spec.serviceAccountName}`,
  );
  if (spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true)
    mounts.push({ source: await tokenFolder(namespace, spec.serviceAccountName, folder, pod), target: ACCOUNT });
  const env = Object.fromEntries((container.env ?? []).map(({ name, value = '' }) => [name, value]));
  const all = [...(more.mounts ?? []), ...mounts];
  return { container: new Container(container.command, all, { ...env, ...more.env }), volumes };
}

async function prepare(namespace: string, volume: Volume, parent: string, port?: number): Promise<string> {
  if (volume.emptyDir) return 'tmpfs';
  const folder = path.join(parent, volume.name);
  mkdirSync(folder);
  const sources = volume.projected?.sources ?? [];
  const configMaps = [
    ...(volume.configMap ? [volume.configMap] : []),
    ...sources.flatMap((one) => one.configMap ?? []),
  ];
  for (const source of configMaps) await writeConfigMap(namespace, source, folder, port);
  if (volume.secret) await writeSecret(namespace, volume.secret.secretName, folder);
  if (configMaps.length === 0 && !volume.secret) throw new Error(`Volume ${volume.name} is of another kind.`);
  return folder;
}

async function writeConfigMap(
  namespace: string,
  source: ConfigMapSource,
  folder: string,
  port?: number,
): Promise<void> {
  const read = await api<Content>(
    'GET',
    `/api/v1/namespaces/${namespace}/configmaps/${source.name}`,
    undefined,
    [200, 404],
  );
  if (read.metadata.name === undefined) {
    if (source.optional) return;
    throw new Error(`configmap "${source.name}" not found`);
  }
  const contents = new Map<string, Buffer>();
  for (const [key, text] of Object.entries(read.data ?? {})) {
    const ported = port ? text.replaceAll('9443 ssl;', `${port} ssl;`) : text;
    contents.set(key, Buffer.from(ported));
  }
  for (const [key, base64] of Object.entries(read.binaryData ?? {})) contents.set(key, Buffer.from(base64, 'base64'));
  const items = source.items ?? [...contents.keys()].map((key) => ({ key, path: key }));
  for (const item of items) {
    const content = contents.get(item.key);
    if (content) write(folder, item.path, content);
    else if (!source.optional) throw new Error(`configmap "${source.name}" references non-existent key: ${item.key}`);
  }
}

/** Writes a Secret's values, over those that are there: each file changes in one step, as in a mounted Secret. */
export async function writeSecret(namespace: string, name: string, folder: string): Promise<void> {
  const { data = {} } = await api<Content>('GET', `/api/v1/namespaces/${namespace}/secrets/${name}`);
  for (const [key, base64] of Object.entries(data)) write(folder, key, Buffer.from(base64, 'base64'));
}

function write(folder: string, name: string, content: Buffer): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  chmodSync(`${file}.new`, 0o444);
  renameSync(`${file}.new`, file);
}

async function tokenFolder(namespace: string, account: string, parent: string, pod?: ApiObject): Promise<string> {
  const folder = path.join(parent, 'token');
  mkdirSync(folder);
  const bound = pod && { apiVersion: 'v1', kind: 'Pod', name: pod.metadata.name, uid: pod.metadata.uid };
  write(folder, 'token', Buffer.from(await tokenOf(namespace, account, bound)));
  const ca = await api<Content>('GET', `/api/v1/namespaces/${namespace}/configmaps/kube-root-ca.crt`);
  write(folder, 'ca.crt', Buffer.from(ca.data?.['ca.crt'] ?? ''));
  write(folder, 'namespace', Buffer.from(namespace));
  return folder;
}

/** A token of a service account, as the API server gives it for a pod or on request. */
export async function tokenOf(namespace: string, account: string, boundObjectRef?: object): Promise<string> {
  const { status } = await api<{ status: { token: string } }>(
    'POST',
    `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
    { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600, boundObjectRef } },
  );
  return status.token;
}
