import {
  consoleFetch,
  consoleFetchJSON,
  consoleFetchText,
  k8sCreate,
  k8sDelete,
  k8sGet,
  k8sListItems,
  k8sPatch,
  type K8sResourceCommon,
  type Patch,
} from '@openshift-console/dynamic-plugin-sdk';
import type { ResourceRule } from '../../domain/steps/rights';
import type { Clock, ClusterPort, WriteOptions } from './clusterPort';
import { toFailure } from './failure';
import { ACCESS_REVIEW, MODELS, RULES_REVIEW, type ObjectOfKind } from './models';
import type { Kind, ObjectRef } from '../../domain/k8s/objects';
import { createdKind } from '../../domain/steps/step';

const inQuery = ({ dryRun }: WriteOptions = {}) => (dryRun ? { queryParams: { dryRun: 'All' } } : {});

interface RulesReview extends K8sResourceCommon {
  readonly status?: { readonly resourceRules?: ResourceRule[]; readonly incomplete?: boolean };
}
interface AccessReview extends K8sResourceCommon {
  readonly status?: { readonly allowed?: boolean };
}

/**
 * The API server through the console's own requests, as the user who is logged in. The only file that writes to the
 * cluster.
 */
export const sdkPort: ClusterPort = {
  get: async <K extends Kind>({ kind, namespace, name }: { kind: K; namespace: string; name: string }) => {
    try {
      return (await k8sGet<K8sResourceCommon>({
        model: MODELS[kind],
        ns: namespace,
        name,
      })) as unknown as ObjectOfKind[K];
    } catch (error) {
      if (toFailure(error).code === 404) return undefined;
      throw error;
    }
  },
  list: async <K extends Kind>(kind: K, namespace: string, labels?: Readonly<Record<string, string>>) =>
    (await k8sListItems({
      model: MODELS[kind],
      queryParams: { ns: namespace, ...(labels ? { labelSelector: { matchLabels: { ...labels } } } : {}) },
    })) as unknown as ObjectOfKind[K][],
  readLog: async ({ namespace, name }, container) => {
    const query = new URLSearchParams({ container, limitBytes: String(64 * 1024) });
    return (await consoleFetchText(
      `${apiPath()}/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/log?${query.toString()}`,
    )) as string;
  },
  rules: async (namespace) => {
    const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
    const { status } = await k8sCreate<RulesReview>({ model: RULES_REVIEW, data: review });
    return { rules: status?.resourceRules ?? [], incomplete: status?.incomplete ?? false };
  },
  mayI: async (access, namespace) => {
    const review = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { ...access, namespace } },
    };
    const { status } = await k8sCreate<AccessReview>({ model: ACCESS_REVIEW, data: review });
    return status?.allowed ?? false;
  },
  create: async (object, options) => {
    await k8sCreate<K8sResourceCommon>({ model: MODELS[createdKind(object)], data: object, ...inQuery(options) });
  },
  patch: async ({ kind, namespace, name }, patch, options) => {
    await k8sPatch({
      model: MODELS[kind],
      resource: { metadata: { namespace, name } },
      data: patch as Patch[],
      ...inQuery(options),
    });
  },
  delete: async ({ kind, namespace, name }, uid, { dryRun, graceSeconds, resourceVersion } = {}) => {
    const grace = graceSeconds === undefined ? {} : { gracePeriodSeconds: graceSeconds };
    // of Jobs alone the API server keeps the pods unless it is told otherwise
    const dependents = kind === 'Job' ? { propagationPolicy: 'Background' } : {};
    const json = {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      ...dependents,
      preconditions: { uid, ...(resourceVersion ? { resourceVersion } : {}) },
      ...grace,
      ...(dryRun ? { dryRun: ['All'] } : {}),
    };
    await k8sDelete({ model: MODELS[kind], resource: { metadata: { namespace, name } }, json });
  },
  restart: (vm, options) => putSubresource(vm, 'restart', options),
  start: (vm, options) => putSubresource(vm, 'start', options),
  unpause: (vmi, options) => putSubresource(vmi, 'unpause', options),
};

async function putSubresource(
  { kind, namespace, name }: ObjectRef,
  verb: 'restart' | 'start' | 'unpause',
  { dryRun }: WriteOptions = {},
): Promise<void> {
  // not k8sUpdate: that accepts only JSON as answer, and virt-api, whose answer is empty, then refuses with 406
  await consoleFetch(
    `${apiPath()}/apis/subresources.kubevirt.io/v1/namespaces/${encodeURIComponent(namespace)}/${MODELS[kind].plural}/${encodeURIComponent(name)}/${verb}`,
    {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(dryRun ? { dryRun: ['All'] } : {}),
    },
  );
}

/** Where the console passes requests on to the API server; the SDK uses the same but does not export it. */
const apiPath = (): string => `${basePath()}api/kubernetes`;
const basePath = (): string => (window as { SERVER_FLAGS?: { basePath?: string } }).SERVER_FLAGS?.basePath ?? '/';

/** What the chart's `config.json` says, which is served beside the plugin; not checked. */
export const readPluginConfig = (): Promise<unknown> =>
  consoleFetchJSON(`${basePath()}api/plugins/expose-vm/config.json`);

/** The browser's time. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wait: (seconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, seconds * 1000);
      signal.addEventListener('abort', end);
    }),
};
