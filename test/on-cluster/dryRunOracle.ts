import type { PortDraft } from '../../src/domain/service/servicePort';
import { paths, send } from '../local-cluster/localCluster';

/**
 * One question to the API server, asked by a dry run: what is sent with a value, and the field that a refusal of it
 * names.
 */
export interface Question {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly field: string;
  readonly body: (value: string) => string;
  /** true when a value may break the JSON: the API server then refuses it before it looks at any field */
  readonly mayBreakJson?: boolean;
}

const DRY_RUN = '?dryRun=All';
/** How many dry runs are under way at a time. */
const CONCURRENCY = 10;

interface Refusal {
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string }[] };
}

/**
 * True when the API server accepts the value. Fails when it refuses anything else than the field that holds the value.
 */
async function isAccepted(
  { method, path, field, body, mayBreakJson = false }: Question,
  value: string,
): Promise<boolean> {
  const { status, text } = await send(method, path, body(value));
  if (status === 200 || status === 201) return true;
  const { message, details } = JSON.parse(text) as Refusal;
  const isUnreadable = status === 400 && mayBreakJson;
  const isOfField = status === 422 && details?.causes?.every((cause) => cause.field?.startsWith(field));
  if (!isUnreadable && !isOfField)
    throw new Error(`${JSON.stringify(value)} as ${field}: ${status} ${message ?? text}`);
  return false;
}

/** The API server's answer to each value. */
export async function askAll(question: Question, values: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const answers = new Map<string, boolean>();
  const waiting = values.values();
  const ask = async () => {
    for (const value of waiting) answers.set(value, await isAccepted(question, value));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, ask));
  return answers;
}

const service = (namespace: string, name: string, spec: object): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { ports: [{ port: 80 }], ...spec },
  });

const pod = (namespace: string, spec: object): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'oracle', namespace },
    spec: { containers: [{ name: 'a', image: 'a' }], ...spec },
  });

const servicesDry = (namespace: string) =>
  ({ method: 'POST', path: `${paths.services(namespace)}${DRY_RUN}` }) as const;
const podsDry = (namespace: string) => ({ method: 'POST', path: paths.pods(namespace, DRY_RUN) }) as const;
const vmiDry = (namespace: string, vmi: string) =>
  ({ method: 'PATCH', path: `${paths.vmi(namespace, vmi)}${DRY_RUN}` }) as const;

/** JSON.stringify drops none of these, `__proto__` included: the key is computed. */
const one = (key: string, value: string): Record<string, string> => Object.fromEntries([[key, value]]);

export const selectorKey = (namespace: string): Question => ({
  ...servicesDry(namespace),
  field: 'spec.selector',
  body: (key) => service(namespace, 'oracle', { selector: one(key, 'x') }),
});
export const selectorValue = (namespace: string): Question => ({
  ...servicesDry(namespace),
  field: 'spec.selector',
  body: (value) => service(namespace, 'oracle', { selector: { tier: value } }),
});
export const serviceName = (namespace: string): Question => ({
  ...servicesDry(namespace),
  field: 'metadata.name',
  body: (name) => service(namespace, name, {}),
});
export const portName = (namespace: string): Question => ({
  ...servicesDry(namespace),
  field: 'spec.ports[0].name',
  body: (name) => service(namespace, 'oracle', { ports: [{ port: 80, name }] }),
});

/** The text takes the place of the number as it is, so that the API server's own reading of numbers is asked. */
export const portNumberOf = (namespace: string, field: 'port' | 'targetPort'): Question => ({
  ...servicesDry(namespace),
  field: `spec.ports[0].${field}`,
  mayBreakJson: true,
  body: (text) =>
    service(namespace, 'oracle', { ports: [{ port: 80, targetPort: 80, [field]: 4242 }] }).replace('4242', () => text),
});

/** A list of ports, as JSON of what the form holds: the rules that look at several at once. */
export const portList = (namespace: string): Question => ({
  ...servicesDry(namespace),
  field: 'spec.ports',
  body: (list) =>
    service(namespace, 'oracle', {
      ports: (JSON.parse(list) as PortDraft[]).map(({ name, port, targetPort, protocol }) => ({
        name,
        port: Number(port),
        targetPort: Number(targetPort),
        protocol,
      })),
    }),
});

export const hostname = (namespace: string): Question => ({
  ...podsDry(namespace),
  field: 'spec.hostname',
  body: (text) => pod(namespace, { hostname: text }),
});
export const subdomain = (namespace: string): Question => ({
  ...podsDry(namespace),
  field: 'spec.subdomain',
  body: (text) => pod(namespace, { subdomain: text }),
});

export const vmiLabelKey = (namespace: string, vmi: string): Question => ({
  ...vmiDry(namespace, vmi),
  field: 'metadata.labels',
  body: (key) =>
    JSON.stringify([
      { op: 'add', path: `/metadata/labels/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: 'x' },
    ]),
});
export const vmiLabelValue = (namespace: string, vmi: string): Question => ({
  ...vmiDry(namespace, vmi),
  field: 'metadata.labels',
  body: (value) => JSON.stringify([{ op: 'add', path: '/metadata/labels/tier', value }]),
});
