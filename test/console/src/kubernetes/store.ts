import { Map as ImmutableMap } from 'immutable';
import { applyMiddleware, combineReducers, createStore } from 'redux';
import type { Reducer, UnknownAction } from 'redux';
import { thunk } from '@generation/thunk';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { serverFlags } from '../serverFlags';
import { watchedResources } from './watchedResources';
import type { ResourcesState } from './watchedResources';

/** The parts of the console's state that the SDK's hooks read. */
export interface ConsoleState {
  k8s: ResourcesState;
  sdkCore: {
    user: { username: string };
    impersonate?: undefined;
    admissionWebhookWarnings: ImmutableMap<string, unknown>;
  };
  FLAGS: ImmutableMap<string, boolean>;
}

interface SetFlag {
  type: 'setFlag';
  payload: { flag: string; value: boolean };
}

const core = (): ConsoleState['sdkCore'] => ({
  user: { username: serverFlags.standIn.user },
  admissionWebhookWarnings: ImmutableMap(),
});
const initialCore = core();

const flags = (
  state: ConsoleState['FLAGS'] = ImmutableMap<string, boolean>(),
  action: UnknownAction,
): ConsoleState['FLAGS'] => {
  if (action.type !== 'setFlag') {
    return state;
  }
  const { flag, value } = (action as unknown as SetFlag).payload;
  return state.set(flag, value);
};

const ownReducers = {
  k8s: watchedResources,
  sdkCore: (state = initialCore) => state,
  FLAGS: flags,
};

/** The one Redux store; the SDK's fetch and watch code finds it through its store handler. */
export const store = createStore(combineReducers(ownReducers), undefined, applyMiddleware(thunk));
storeHandler.setStore(store);

/** Sets a feature flag that extensions may require. */
export function setFlag(flag: string, value: boolean): void {
  if (store.getState().FLAGS.get(flag) !== value) {
    store.dispatch({ type: 'setFlag', payload: { flag, value } });
  }
}

/** Adds the reducers of `console.redux-reducer` extensions under `plugins.<scope>`. */
export function addPluginReducers(reducers: Record<string, Reducer>): void {
  const all = { ...ownReducers, plugins: combineReducers(reducers) };
  store.replaceReducer(combineReducers(all) as unknown as Parameters<typeof store.replaceReducer>[0]);
}
