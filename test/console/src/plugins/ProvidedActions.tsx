import { useEffect, useState } from 'react';
import type { CodeRef } from '@openshift/dynamic-plugin-sdk';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';

/** A provider is a hook that takes what the menu is about: an object, several, or a node of the topology. */
type UseActions = (scope: unknown) => [Action[], boolean, unknown];

/** An extension that provides actions for a menu. */
export interface MenuProvider {
  uid: string;
  load: CodeRef<UseActions>;
  /** What its hook is called with. */
  scope: unknown;
}

/** Makes the provider of an extension for one scope. */
export const providerFor = (
  { uid, properties }: { uid: string; properties: { provider: unknown } },
  scope: unknown,
): MenuProvider => ({ uid, load: properties.provider as CodeRef<UseActions>, scope });

interface ProvidedActionsProps extends MenuProvider {
  onActions: (actions: Action[]) => void;
}

/** Loads a provider and runs its hook. One that cannot be loaded provides nothing, and holds nothing up. */
export function ProvidedActions({ load, scope, onActions }: ProvidedActionsProps): JSX.Element | null {
  const [useActions, setHook] = useState<UseActions>();
  useEffect(() => {
    load().then(
      (hook) => setHook(() => hook),
      (error: unknown) => {
        console.error('An action provider cannot be loaded.', error);
        onActions([]);
      },
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a code reference is loaded once
  }, []);
  return useActions ? <RunHook onActions={onActions} scope={scope} useActions={useActions} /> : null;
}

interface RunHookProps {
  useActions: UseActions;
  scope: unknown;
  onActions: (actions: Action[]) => void;
}

/** A provider is a hook, so each needs a component of its own to run in. */
function RunHook({ useActions, scope, onActions }: RunHookProps): null {
  const [actions, loaded] = useActions(scope);
  useEffect(() => {
    if (loaded) {
      onActions(actions);
    }
    // As in the console, a provider that makes a new array on every render renders endlessly.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [actions, loaded]);
  return null;
}
