import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import yaml from 'js-yaml';
import { newFolder } from './container';
import { environment } from './environment';
import { api, send, type ApiObject } from '../local-cluster/localCluster';

/** What OpenShift's operators do that the local cluster lacks, as far as the plugin needs it. */

const CONSOLES = '/apis/operator.openshift.io/v1/consoles';
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** from OpenShift's own API module; ConsolePlugin is in the local cluster already */
const CRD_FILES = [
  'operator/v1/zz_generated.crd-manifests/0000_50_console_01_consoles.crd.yaml',
  'console/v1/zz_generated.crd-manifests/00_consolequickstarts.crd.yaml',
];

interface Console extends ApiObject {
  readonly spec: { readonly plugins?: readonly string[] };
}

/** Adds OpenShift's own resources to the local cluster, and the console's configuration with other plugins in it. */
export async function addConsole(plugins: readonly string[] | undefined): Promise<void> {
  for (const file of CRD_FILES) {
    const crd = yaml.load(readFileSync(path.join(environment.openshiftApi, file), 'utf8'));
    await api('POST', CRDS, crd, [201, 409]);
  }
  const console = {
    apiVersion: 'operator.openshift.io/v1',
    kind: 'Console',
    metadata: { name: 'cluster' },
    // what the console-operator writes beside it
    spec: { managementState: 'Managed', logLevel: 'Normal', ...(plugins ? { plugins } : {}) },
  };
  await send('DELETE', `${CONSOLES}/cluster`);
  await untilAnswers(async () => (await send('POST', CONSOLES, JSON.stringify(console))).status === 201);
}

async function untilAnswers(answers: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries > 100) throw new Error('The API server does not serve a new resource.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The list of enabled plugins; undefined when there is none. */
export async function enabledPlugins(): Promise<readonly string[] | undefined> {
  return (await api<Console>('GET', `${CONSOLES}/cluster`)).spec.plugins;
}

/** Somebody else changes the list. */
export async function setPlugins(plugins: readonly string[]): Promise<void> {
  await api('PATCH', `${CONSOLES}/cluster`, [{ op: 'add', path: '/spec/plugins', value: plugins }]);
}

/** The authority of the service-ca operator. */
export class ServiceCa {
  readonly #folder = newFolder('service-ca');
  readonly certificate = path.join(this.#folder, 'ca.crt');
  #made = 0;

  constructor() {
    this.#openssl(
      'req',
      '-x509',
      ...KEY,
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
      '-subj',
      '/CN=service-signer',
      ...DAYS,
    );
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: 'ignore' });
  }

  /** Fills the Secret that a Service asks for; again with another certificate, as when the first one expires. */
  async serve(namespace: string, service: string): Promise<string> {
    const { metadata } = await api('GET', `/api/v1/namespaces/${namespace}/services/${service}`);
    const name = metadata.annotations?.['service.beta.openshift.io/serving-cert-secret-name'];
    if (!name) throw new Error(`Service ${service} asks for no certificate.`);
    this.#made += 1;
    // the Service has no address that leads anywhere here, so the console reaches the pod as localhost
    const names = `subjectAltName=DNS:${service}.${namespace}.svc,DNS:localhost`;
    this.#openssl(
      'req',
      ...KEY,
      '-keyout',
      'tls.key',
      '-out',
      'tls.csr',
      '-subj',
      `/CN=${this.#made}`,
      '-addext',
      names,
    );
    const signed = [
      '-in',
      'tls.csr',
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-copy_extensions',
      'copy',
    ];
    this.#openssl('x509', '-req', ...signed, '-out', 'tls.crt', ...DAYS);
    const base64 = (file: string) => readFileSync(path.join(this.#folder, file)).toString('base64');
    const data = { 'tls.crt': base64('tls.crt'), 'tls.key': base64('tls.key') };
    const secret = { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: { name }, data };
    const secrets = `/api/v1/namespaces/${namespace}/secrets`;
    const { status } = await send('POST', secrets, JSON.stringify(secret));
    if (status === 409) await api('PATCH', `${secrets}/${name}`, [{ op: 'replace', path: '/data', value: data }]);
    return name;
  }
}
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const DAYS = ['-days', '30'];

/** The console as the console-operator configures it: with the plugins that are enabled and have a ConsolePlugin. */
export class RunningConsole {
  readonly url: string;
  readonly plugins: readonly string[];
  readonly #child: ChildProcess;

  private constructor(url: string, plugins: readonly string[], child: ChildProcess) {
    this.url = url;
    this.plugins = plugins;
    this.#child = child;
  }

  /** Starts it; `served` says where a plugin's Service leads. */
  static async start(ca: ServiceCa, served: Readonly<Record<string, string>>): Promise<RunningConsole> {
    const found: string[] = [];
    for (const name of (await enabledPlugins()) ?? []) {
      const { status } = await send('GET', `/apis/console.openshift.io/v1/consoleplugins/${name}`);
      if (status === 200) found.push(name);
    }
    const args = found.flatMap((name) => ['--plugin', `${name}=${served[name] ?? ''}`]);
    const child = spawn(
      process.execPath,
      ['test/console/server/serve.mjs', '--port', '0', '--cluster-json', process.env.CLUSTER_JSON ?? '', ...args],
      {
        cwd: environment.repository,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: ca.certificate },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const url = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout?.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const [said] = /http:\/\/localhost:\d+/.exec(text) ?? [];
        if (said) resolve(said);
      });
      child.on('exit', () => reject(new Error(`The console stand-in ended: ${text}`)));
    });
    return new RunningConsole(url, found, child);
  }

  stop(): void {
    this.#child.kill();
  }
}

/** Asks a server that a certificate of the service CA proves to be the right one; whatever it answers. */
export function fetchOver(ca: ServiceCa, url: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer; subject: string }>(
    (resolve, reject) => {
      const options = { ca: readFileSync(ca.certificate), headers, agent: false };
      https
        .get(url, options, (answer) => {
          const { subject } = (answer.socket as TLSSocket).getPeerCertificate();
          const chunks: Buffer[] = [];
          answer
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(chunks),
                subject: String(subject.CN),
              }),
            );
        })
        .on('error', reject);
    },
  );
}
