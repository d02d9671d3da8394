import { Map as ImmutableMap } from 'immutable';
import type { UnknownAction } from 'redux';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { ActionType } from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import { getReferenceForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { allModels } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-utils';

/**
 * The npm SDK ships the actions and selectors of the console's resource cache, but not its reducer:
 * this one answers the SDK's actions. `RESOURCES` holds the discovered models; every other key is one
 * watch, a Map of `data`, `loaded` and `loadError`.
 */
export type ResourcesState = ImmutableMap<string, unknown>;
type Watch = ImmutableMap<string, unknown>;
type Items = ImmutableMap<string, K8sResourceCommon>;

interface WatchEvent {
  type: string;
  object: K8sResourceCommon;
}

const itemKey = ({ metadata }: K8sResourceCommon): string => `${metadata?.namespace ?? ''}/${metadata?.name}`;

/** A list response and a watch event may arrive in the wrong order; a recreated object has a new uid. */
function isNewer(candidate: K8sResourceCommon, known: K8sResourceCommon | undefined): boolean {
  return (
    !known ||
    candidate.metadata?.uid !== known.metadata?.uid ||
    Number(candidate.metadata?.resourceVersion) > Number(known.metadata?.resourceVersion)
  );
}

// Items stay plain objects: `merge` would turn them into Maps all the way down, and the SDK hands an
// item that has no toJSON on as it is.
const withItem = (items: Items, item: K8sResourceCommon): Items =>
  isNewer(item, items.get(itemKey(item))) ? items.set(itemKey(item), item) : items;

function withEvent(items: Items, event: WatchEvent): Items {
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
      return withItem(items, event.object);
    case 'DELETED':
      return items.delete(itemKey(event.object));
    default:
      return items;
  }
}

const emptyModels = ImmutableMap<string, K8sModel>();
const initialState: ResourcesState = ImmutableMap<string, unknown>({
  RESOURCES: ImmutableMap<string, unknown>({ models: emptyModels, inFlight: false, loaded: false }),
});

/** Built-in kinds are found by their bare kind, everything else by group~version~Kind. */
function withModels(state: ResourcesState, discovered: K8sModel[]): ResourcesState {
  const builtIn = new Map<string, K8sModel>();
  (allModels() as ImmutableMap<string, K8sModel>).forEach((model) => {
    if (model) {
      builtIn.set(getReferenceForModel(model), model);
    }
  });
  let models = emptyModels;
  for (const model of discovered) {
    const known = builtIn.get(getReferenceForModel(model));
    models = known
      ? models.set(known.kind, { ...known, verbs: model.verbs, shortNames: model.shortNames })
      : models.set(getReferenceForModel(model), model);
  }
  return state.set('RESOURCES', ImmutableMap<string, unknown>({ models, inFlight: false, loaded: true }));
}

const settled = (watch: Watch, data: unknown): Watch =>
  watch.set('data', data).set('loaded', true).set('loadError', '');

function withLoadedList(watch: Watch, items: K8sResourceCommon[]): Watch {
  const known = watch.get('data') as Items;
  const data = ImmutableMap<string, K8sResourceCommon>(
    items.map((item): [string, K8sResourceCommon] => {
      const before = known.get(itemKey(item));
      return [itemKey(item), before && !isNewer(item, before) ? before : item];
    }),
  );
  return settled(watch, data);
}

/** The reducer behind `state.k8s`. */
export function watchedResources(state: ResourcesState = initialState, action: UnknownAction): ResourcesState {
  const payload = (action.payload ?? {}) as { id?: string; k8sObjects?: unknown; resources?: { models: K8sModel[] } };
  const id = payload.id ?? '';
  const watch = state.get(id) as Watch | undefined;
  switch (action.type) {
    case ActionType.GetResourcesInFlight:
      return state.setIn(['RESOURCES', 'inFlight'], true);
    case ActionType.ReceivedResources:
      return withModels(state, payload.resources?.models ?? []);
    case ActionType.StartWatchK8sObject:
      return state.set(id, ImmutableMap<string, unknown>({ data: {}, loaded: false, loadError: '' }));
    case ActionType.StartWatchK8sList:
      return watch
        ? state
        : state.set(id, ImmutableMap<string, unknown>({ data: ImmutableMap(), loaded: false, loadError: '' }));
    case ActionType.StopWatchK8s:
      return state.delete(id);
  }
  if (!watch) {
    return state; // an answer to a watch that has been stopped meanwhile
  }
  const objects = payload.k8sObjects;
  switch (action.type) {
    case ActionType.Errored:
      // The last data stays, with the error beside it.
      return state.set(id, watch.set('loadError', objects));
    case ActionType.ModifyObject:
      // A single object has to have toJSON; a shallow Map does and keeps the values plain.
      return state.set(id, settled(watch, ImmutableMap(objects as Record<string, unknown>)));
    case ActionType.Loaded:
      return state.set(id, withLoadedList(watch, objects as K8sResourceCommon[]));
    case ActionType.BulkAddToList:
      return state.set(
        id,
        watch.set('data', (objects as K8sResourceCommon[]).reduce(withItem, watch.get('data') as Items)),
      );
    case ActionType.UpdateListFromWS:
      return state.set(id, watch.set('data', (objects as WatchEvent[]).reduce(withEvent, watch.get('data') as Items)));
    default:
      return state;
  }
}
