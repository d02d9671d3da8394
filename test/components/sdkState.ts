/** The state of the SDK stub: what a test sets, and the watches that components hold. */
import { getConfig } from '@testing-library/react';
import type { K8sModel, K8sResourceCommon, WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import type { ClusterPort } from '../../src/cluster/port/clusterPort';
import { notFound } from '../objects/apiErrors';

/** What a watch answers; `loading` lets it stay as it is. */
export type WatchAnswer = { readonly data: unknown } | { readonly error: unknown } | 'loading';

export type WatchState = readonly [data: unknown, loaded: boolean, error: unknown];
export interface Watch {
  readonly query: WatchK8sResource;
  readers: number;
  state: WatchState;
}

export const KINDS = [
  'VirtualMachine',
  'VirtualMachineInstance',
  'Pod',
  'Service',
  'EndpointSlice',
  'NetworkPolicy',
  'Event',
  'Job',
];
export const notGiven = (what: string) => (): never => {
  throw new Error(`The test gave the SDK stub no ${what}`);
};

const listeners = new Set<() => void>();
export const watches = new Map<string, Watch>();
export const models = new Map<string, K8sModel>();

/**
 * News from the cluster; while a test waits, React takes them as they come, else they are handled before the test goes
 * on.
 */
export function tell(): void {
  const news = () => listeners.forEach((listener) => listener());
  if ((globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT) {
    // the test tool's way of handing it to React, whose own type React 17 does not have
    getConfig().eventWrapper(news);
  } else news();
}
export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const answerOf = (watch: Watch): WatchState => {
  const [data, loaded] = watch.state;
  const answer = sdk.answer(watch.query);
  if (answer === 'loading') return watch.state;
  if ('error' in answer) return [data, loaded, answer.error];
  // what has not changed stays the same object
  return loaded && JSON.stringify(data) === JSON.stringify(answer.data) ? [data, true, ''] : [answer.data, true, ''];
};

/** What a test sets. Each test sets all that its component needs: `begin` forgets what the one before it set. */
export const sdk = {
  answer: notGiven('answers for watches') as (query: WatchK8sResource) => WatchAnswer,
  port: undefined as ClusterPort | undefined,
  /** kinds that the API server has, beside those of KubeVirt and Kubernetes that are always read */
  kinds: new Set<string>(KINDS),
  /** kinds that the API server has in another group than is asked for: the real hook answers with such a model, too */
  kindGroups: new Map<string, string>(),
  areModelsInFlight: false,
  /** the project that is chosen in the console; `#ALL_NS#` for all */
  activeNamespace: '#ALL_NS#',
  /** cluster-scoped objects by kind and name, such as `DNS/default` */
  clusterObjects: new Map<string, K8sResourceCommon | Error>(),
  /** what a list of a kind answers that is no part of the port, such as `KubeVirt`; not found when it is not here */
  lists: new Map<string, K8sResourceCommon[] | Error>(),
  /** the plugin's `config.json`, or what asking for it is refused with */
  config: undefined as unknown,
  /** what the console keeps for the user */
  preferences: new Map<string, unknown>(),
  /** queries that are being watched now */
  watched: (): WatchK8sResource[] => [...watches.values()].map(({ query }) => query),
  begin(): void {
    watches.clear();
    sdk.answer = notGiven('answers for watches');
    sdk.port = undefined;
    sdk.kinds = new Set(KINDS);
    sdk.kindGroups.clear();
    sdk.areModelsInFlight = false;
    sdk.activeNamespace = '#ALL_NS#';
    sdk.clusterObjects.clear();
    sdk.lists.clear();
    sdk.preferences.clear();
    sdk.config = notFound('config.json');
  },
  /** asks for the answers again, as if the cluster had sent news */
  refresh(): void {
    watches.forEach((watch) => {
      watch.state = answerOf(watch);
    });
    tell();
  },
};

export const port = (): ClusterPort => sdk.port ?? notGiven('port for calls')();
