import type { Provider, ReactNode } from 'react';
import { isContextProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/context-providers';
import { useResolvedExtensions } from '../console-parts/extensions';

/** Wraps the pages into the context providers of plugins. */
export function ContextProviders({ children }: { children: ReactNode }): JSX.Element | null {
  const [extensions, resolved] = useResolvedExtensions(isContextProvider);
  if (!resolved) {
    return null;
  }
  return extensions.reduce<JSX.Element>(
    (inner, { uid, properties }) => (
      <Provided key={uid} provider={properties.provider} useValue={properties.useValueHook}>
        {inner}
      </Provided>
    ),
    <>{children}</>,
  );
}

interface ProvidedProps {
  provider: Provider<unknown>;
  useValue: () => unknown;
  children: ReactNode;
}

function Provided({ provider: Context, useValue, children }: ProvidedProps): JSX.Element {
  return <Context value={useValue()}>{children}</Context>;
}
