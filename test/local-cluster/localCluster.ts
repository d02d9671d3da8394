import { readFileSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import { request, type APIRequestContext } from '@playwright/test';

interface ClusterFile {
  readonly apiServer: string;
  readonly caFile: string;
  readonly dns: string;
  readonly users: Readonly<Record<string, string>>;
  /** whether the commands of labelled pods are really run */
  readonly runsCommands: boolean;
  readonly whyNot?: string;
  /** whether traffic is carried: without a socket it is not, and whyNot tells the reason */
  readonly dataPath: { readonly socket: string; readonly whyNot: string };
}

const file = process.env.CLUSTER_JSON;
if (!file)
  throw new Error('CLUSTER_JSON has to name the cluster.json of a running local cluster; npm run test:e2e sets it.');
/** What the cluster's own file says: where it is, and a token per user. */
export const cluster = JSON.parse(readFileSync(file, 'utf8')) as ClusterFile;

/** Any object, as the API server returns it. */
export interface ApiObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
    readonly deletionTimestamp?: string;
  };
  readonly [field: string]: unknown;
}

let context: APIRequestContext | undefined;
const admin = async (): Promise<APIRequestContext> =>
  (context ??= await request.newContext({
    baseURL: cluster.apiServer,
    // the certificate is the local cluster's own, the address is loopback
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { Authorization: `Bearer ${cluster.users.admin ?? ''}` },
  }));

/** Sends a body as it is, for what is not JSON as well; returns whatever the API server answers. */
export async function send(method: string, path: string, body?: string): Promise<{ status: number; text: string }> {
  const contentType = method === 'PATCH' ? 'application/json-patch+json' : 'application/json';
  const response = await (
    await admin()
  ).fetch(path, { method, ...(body === undefined ? {} : { data: body, headers: { 'Content-Type': contentType } }) });
  return { status: response.status(), text: await response.text() };
}

/** An answer that was not wanted, as the console's requests reject with it: its code, and its Status as `json`. */
class ApiRefusal extends Error {
  readonly json: unknown;

  constructor(
    call: string,
    readonly code: number,
    text: string,
  ) {
    super(`${call}: ${code} ${text}`);
    this.json = text.startsWith('{') ? JSON.parse(text) : undefined;
  }
}

/**
 * Asks the API server as its administrator, beside the console and its proxy. Fails on any answer that is not listed.
 */
export async function api<T = ApiObject>(
  method: string,
  path: string,
  data?: unknown,
  accept: readonly number[] = [200, 201, 202],
): Promise<T> {
  const { status, text } = await send(method, path, data === undefined ? undefined : JSON.stringify(data));
  if (!accept.includes(status)) throw new ApiRefusal(`${method} ${path}`, status, text);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** The addresses that the cluster's real DNS server gives for a name. */
export async function lookUp(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 3 });
  resolver.setServers([cluster.dns]);
  return resolver.resolve4(name);
}

const core = (namespace: string, plural: string) => `/api/v1/namespaces/${namespace}/${plural}`;
const kubevirt = (namespace: string, plural: string) => `/apis/kubevirt.io/v1/namespaces/${namespace}/${plural}`;
const slices = (namespace: string) => `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;

export const paths = {
  services: (namespace: string, name = '') => `${core(namespace, 'services')}${name && `/${name}`}`,
  pods: (namespace: string, query = '') => `${core(namespace, 'pods')}${query}`,
  vm: (namespace: string, name: string) => `${kubevirt(namespace, 'virtualmachines')}/${name}`,
  vms: (namespace: string) => kubevirt(namespace, 'virtualmachines'),
  vmis: (namespace: string) => kubevirt(namespace, 'virtualmachineinstances'),
  vmi: (namespace: string, name: string) => `${kubevirt(namespace, 'virtualmachineinstances')}/${name}`,
  namespace: (name: string) => `/api/v1/namespaces/${name}`,
  networkDefinitions: (namespace: string) =>
    `/apis/k8s.cni.cncf.io/v1/namespaces/${namespace}/network-attachment-definitions`,
  networkPolicies: (namespace: string) => `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`,
  ingresses: (namespace: string) => `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
  routes: (namespace: string) => `/apis/route.openshift.io/v1/namespaces/${namespace}/routes`,
  jobs: (namespace: string) => `/apis/batch/v1/namespaces/${namespace}/jobs`,
  endpointSlices: slices,
  slices: (namespace: string, service: string) =>
    `${slices(namespace)}?labelSelector=kubernetes.io%2Fservice-name%3D${service}`,
};
