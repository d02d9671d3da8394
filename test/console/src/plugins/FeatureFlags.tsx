import { useEffect } from 'react';
import { useSelector } from 'react-redux';
import {
  isFeatureFlag,
  isFeatureFlagHookProvider,
  isModelFeatureFlag,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/feature-flags';
import type { SetFeatureFlag } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/feature-flags';
import { isReduxReducer } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/redux';
import { getK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { useExtensions, useResolvedExtensions } from '../console-parts/extensions';
import { addPluginReducers, setFlag } from '../kubernetes/store';
import type { ConsoleState } from '../kubernetes/store';

/** Sets the flags that plugins declare: by a kind the cluster has, by a function, by a hook. Draws nothing. */
export function FeatureFlags(): JSX.Element {
  const k8s = useSelector((state: ConsoleState) => state.k8s);
  const loaded = useSelector((state: ConsoleState) => state.k8s.getIn(['RESOURCES', 'loaded']) as boolean);
  const models = useSelector((state: ConsoleState) => state.k8s.getIn(['RESOURCES', 'models']) as unknown);
  const modelFlags = useExtensions(isModelFeatureFlag);
  const [handlers] = useResolvedExtensions(isFeatureFlag);
  const [hooks] = useResolvedExtensions(isFeatureFlagHookProvider);
  const [reducers] = useResolvedExtensions(isReduxReducer);

  useEffect(() => {
    // Until discovery has answered a flag is unknown, which is not the same as off.
    if (loaded) {
      modelFlags.forEach(({ properties: { flag, model } }) => setFlag(flag, getK8sModel(k8s, model) !== undefined));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of k8s only the models matter
  }, [loaded, models, modelFlags]);

  useEffect(() => handlers.forEach(({ properties }) => properties.handler(setFlag)), [handlers]);

  useEffect(() => {
    if (reducers.length > 0) {
      addPluginReducers(Object.fromEntries(reducers.map(({ properties }) => [properties.scope, properties.reducer])));
    }
  }, [reducers]);

  return (
    <>
      {hooks.map(({ uid, properties }) => (
        <FlagHook key={uid} useHandler={properties.handler} />
      ))}
    </>
  );
}

/** A hook may set its flag while it renders; the store must not change then. */
const setFlagLater: SetFeatureFlag = (flag, value) => queueMicrotask(() => setFlag(flag, value));

function FlagHook({ useHandler }: { useHandler: (set: SetFeatureFlag) => void }): null {
  useHandler(setFlagLater);
  return null;
}
