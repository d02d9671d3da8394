/**
 * The console SDK for component tests: the parts that `src/` uses and no others. Watches answer what the test says,
 * calls go to the port that the test gives. A part that is not here throws with its name when it is used.
 *
 * It keeps to what the real hooks do: a watch begins unloaded and answers later, its data before that is [] or {}; a
 * null query counts as loaded; an error leaves `loaded` and the data as they were; equal queries are one watch,
 * forgotten with the last component that reads it; a kind that the cluster does not have answers with an error.
 */
import { useEffect, useReducer } from 'react';
import { useSyncExternalStore } from 'use-sync-external-store/shim';
import type { K8sGroupVersionKind, K8sModel, Patch, WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import { Link } from 'react-router-dom-v5-compat';
import type { K8sObject, Kind, Labels } from '../../src/domain/k8s/objects';
import type { AccessAttributes } from '../../src/domain/steps/rights';
import type { PatchOperation } from '../../src/domain/k8s/jsonPatch';
import { notFound } from '../objects/apiErrors';
import { KINDS, answerOf, models, notGiven, port, sdk, subscribe, tell, watches, type WatchState } from './sdkState';

export { sdk, type WatchAnswer } from './sdkState';

export function useK8sModel({
  group: wanted,
  kind,
  version: apiVersion,
}: K8sGroupVersionKind): [K8sModel | undefined, boolean] {
  const isThere = useSyncExternalStore(subscribe, () => !sdk.areModelsInFlight && sdk.kinds.has(kind));
  const isInFlight = useSyncExternalStore(subscribe, () => sdk.areModelsInFlight);
  if (!isThere) return [undefined, isInFlight];
  const group = sdk.kindGroups.get(kind) ?? wanted;
  const known = models.get(`${group}/${kind}`) ?? {
    kind,
    apiVersion,
    plural: `${kind.toLowerCase()}s`,
    abbr: kind,
    label: kind,
    labelPlural: kind,
    ...(group ? { apiGroup: group } : {}),
  };
  models.set(`${group}/${kind}`, known);
  return [known, false];
}

const NOT_ASKED: WatchState = [undefined, true, undefined];
const NO_MODEL = new Error('Model does not exist');
const emptyOf = new Map<boolean, WatchState>([
  [true, [[], false, undefined]],
  [false, [{}, false, undefined]],
]);

export function useK8sWatchResource(query: WatchK8sResource | null): WatchState {
  const gvk = query?.groupVersionKind ?? { version: '', kind: '' };
  const [model, isInFlight] = useK8sModel(gvk);
  const id = query && model ? JSON.stringify(query) : undefined;
  useEffect(() => {
    if (!id) return undefined;
    const parsed = JSON.parse(id) as WatchK8sResource;
    const watch = watches.get(id) ?? { query: parsed, readers: 0, state: [parsed.isList ? [] : {}, false, ''] };
    watch.readers += 1;
    watches.set(id, watch);
    const isNew = watch.readers === 1;
    if (isNew) {
      queueMicrotask(() => {
        if (watches.get(id) !== watch) return;
        watch.state = answerOf(watch);
        tell();
      });
    } else {
      tell();
    }
    return () => {
      watch.readers -= 1;
      if (watch.readers === 0 && watches.get(id) === watch) watches.delete(id);
    };
  }, [id]);
  const state = useSyncExternalStore(subscribe, () => (id ? watches.get(id)?.state : undefined));
  if (!query) return NOT_ASKED;
  const empty = emptyOf.get(query.isList ?? false) ?? NOT_ASKED;
  if (!model && !isInFlight) return [empty[0], true, NO_MODEL];
  return state ?? empty;
}

interface CallOptions {
  readonly model: K8sModel;
  readonly queryParams?: {
    readonly dryRun?: string;
    readonly ns?: string;
    readonly labelSelector?: { readonly matchLabels?: Labels };
  };
}
const isDry = ({ queryParams }: CallOptions) => ({ dryRun: queryParams?.dryRun === 'All' });
const refOf = ({ model }: CallOptions, metadata: K8sObject['metadata']) => ({
  kind: model.kind as Kind,
  namespace: metadata?.namespace ?? '',
  name: metadata?.name ?? '',
});

export async function k8sGet({
  model,
  ns,
  name,
}: CallOptions & { readonly ns?: string; readonly name: string }): Promise<unknown> {
  const known = KINDS.includes(model.kind);
  const found = known
    ? await port().get({ kind: model.kind as Kind, namespace: ns ?? '', name })
    : sdk.clusterObjects.get(`${model.kind}/${name}`);
  if (found instanceof Error) throw found;
  if (!found) throw notFound(`${model.plural} "${name}"`);
  return found;
}

export async function k8sListItems({ model, queryParams }: CallOptions): Promise<unknown> {
  if (KINDS.includes(model.kind))
    return port().list(model.kind as Kind, queryParams?.ns ?? '', queryParams?.labelSelector?.matchLabels);
  const found = sdk.lists.get(model.kind) ?? notFound(model.plural);
  if (found instanceof Error) throw found;
  return found.filter(({ metadata }) => !queryParams?.ns || metadata?.namespace === queryParams.ns);
}

interface Review extends K8sObject {
  readonly spec: {
    readonly namespace: string;
    readonly resourceAttributes: AccessAttributes & { readonly namespace: string };
  };
}

export async function k8sCreate(options: CallOptions & { readonly data: K8sObject }): Promise<unknown> {
  const { model, data } = options;
  if (model.kind === 'Service' || model.kind === 'Route' || model.kind === 'NetworkPolicy' || model.kind === 'Job')
    return port().create(data, isDry(options));
  const { spec } = data as Review;
  if (model.kind === 'SelfSubjectRulesReview') {
    const { rules, incomplete } = await port().rules(spec.namespace);
    return { status: { resourceRules: rules, incomplete } };
  }
  if (model.kind !== 'SelfSubjectAccessReview') throw new Error(`The SDK stub creates no ${model.kind}`);
  const { namespace, ...access } = spec.resourceAttributes;
  return { status: { allowed: await port().mayI(access, namespace) } };
}

export const k8sPatch = (
  options: CallOptions & { readonly resource: K8sObject; readonly data: Patch[] },
): Promise<unknown> =>
  port().patch(refOf(options, options.resource.metadata), options.data as PatchOperation[], isDry(options));

interface DeleteOptions {
  readonly preconditions: { readonly uid: string; readonly resourceVersion?: string };
  readonly gracePeriodSeconds?: number;
  readonly dryRun?: readonly string[];
}

export const k8sDelete = (
  options: CallOptions & { readonly resource: K8sObject; readonly json: DeleteOptions },
): Promise<unknown> =>
  port().delete(refOf(options, options.resource.metadata), options.json.preconditions.uid, {
    dryRun: options.json.dryRun?.includes('All') ?? false,
    ...(options.json.preconditions.resourceVersion === undefined
      ? {}
      : { resourceVersion: options.json.preconditions.resourceVersion }),
    ...(options.json.gracePeriodSeconds === undefined ? {} : { graceSeconds: options.json.gracePeriodSeconds }),
  });

const SUBRESOURCE =
  /^\/api\/kubernetes\/apis\/subresources\.kubevirt\.io\/v1\/namespaces\/([^/]+)\/(virtualmachines|virtualmachineinstances)\/([^/]+)\/(restart|start|unpause)$/;

export async function consoleFetch(
  url: string,
  { method, body }: { method?: string; body?: string } = {},
): Promise<unknown> {
  const [, namespace, resource, name, verb] = SUBRESOURCE.exec(url) ?? [];
  if (!namespace || !name || method !== 'PUT') throw new Error(`The SDK stub does not fetch ${method ?? 'GET'} ${url}`);
  const { dryRun } = JSON.parse(body ?? '{}') as { dryRun?: string[] };
  return port()[verb as 'restart' | 'start' | 'unpause'](
    { kind: resource === 'virtualmachines' ? 'VirtualMachine' : 'VirtualMachineInstance', namespace, name },
    { dryRun: dryRun?.includes('All') ?? false },
  );
}

const LOG = /^\/api\/kubernetes\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log\?container=([^&]+)&limitBytes=65536$/;

export async function consoleFetchText(url: string): Promise<string> {
  const [, namespace = '', name = '', container = notGiven(url)()] = LOG.exec(url) ?? [];
  return port().readLog({ kind: 'Pod', namespace, name }, container);
}

export async function consoleFetchJSON(url: string): Promise<unknown> {
  await Promise.resolve(url === '/api/plugins/expose-vm/config.json' || notGiven(url)());
  if (sdk.config instanceof Error) throw sdk.config;
  return sdk.config;
}

export const ResourceLink = ({
  groupVersionKind,
  name,
  namespace,
}: {
  groupVersionKind: K8sGroupVersionKind;
  name: string;
  namespace: string;
}) => <Link to={`/k8s/ns/${namespace}/${groupVersionKind.kind}/${name}`}>{name}</Link>;

/** The badge of a kind, whose letters the real console takes from its model. */
export const ResourceIcon = ({ groupVersionKind }: { groupVersionKind: K8sGroupVersionKind }) => (
  <span title={groupVersionKind.kind} aria-hidden />
);

export const useActiveNamespace = (): [string] => [useSyncExternalStore(subscribe, () => sdk.activeNamespace)];

/** Like the real one it is not loaded at first. */
export function useUserPreference<T>(key: string, initial?: T): [T | undefined, (value: T) => void, boolean] {
  const [isLoaded, load] = useReducer(() => true, false);
  useEffect(() => load(), []);
  const value = useSyncExternalStore(subscribe, () => sdk.preferences.get(key) as T | undefined);
  const change = (next: T) => {
    sdk.preferences.set(key, next);
    tell();
  };
  return [value ?? initial, change, isLoaded];
}

export const NamespaceBar = ({ isDisabled = false }: { isDisabled?: boolean }) => (
  <button type="button" disabled={isDisabled}>
    Project selector
  </button>
);

export const DocumentTitle = ({ children }: { children?: string }) => {
  useEffect(() => {
    document.title = children ?? '';
  }, [children]);
  return null;
};

// a part of the SDK that is not provided above is something that throws, as a function or as a component
const isQuiet = (name: string | symbol): boolean =>
  typeof name === 'symbol' || name === 'then' || name === 'default' || name === '__esModule';
const unknownParts = new Proxy(Object.create(null) as object, {
  get: (_target, name) => (isQuiet(name) ? undefined : notGiven(`"${String(name)}": it is not a part of the stub`)),
});
Object.setPrototypeOf(module.exports as object, unknownParts);
