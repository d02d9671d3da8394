// First of all: the SDK's require('@console/…') calls have to find whole modules.
import '@openshift-console/dynamic-plugin-sdk';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { Provider } from 'react-redux';
import { renderPage } from '@generation/renderPage';
import { BrowserRouter } from '@generation/router';
import { startSdk } from '@generation/startSdk';
import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import { PerspectiveContext } from '@openshift-console/dynamic-plugin-sdk/lib/perspective/perspective-context';
import { App } from './App';
import { startDiscovery } from './kubernetes/discovery';
import { store } from './kubernetes/store';
import { createPluginStore, loadPlugins } from './plugins/pluginStore';
import { Loading } from './shell/Loading';
import { DEFAULT_PERSPECTIVE, perspectives } from './shell/stockNavigation';
import { applyChoices } from './theme';
import { startTranslations } from './translations';

const PERSPECTIVE_KEY = 'bridge/last-perspective';

/** The one that this browser used last, where this console has it. */
function lastPerspective(): string {
  const last = localStorage.getItem(PERSPECTIVE_KEY);
  return perspectives.find(({ id }) => id === last)?.id ?? DEFAULT_PERSPECTIVE;
}

function Perspective({ children }: { children: ReactNode }): JSX.Element {
  const [active, setActive] = useState(lastPerspective);
  const choose: typeof setActive = (next) => {
    setActive(next);
    localStorage.setItem(PERSPECTIVE_KEY, String(next));
  };
  return (
    <PerspectiveContext.Provider value={{ activePerspective: active, setActivePerspective: choose }}>
      {children}
    </PerspectiveContext.Provider>
  );
}

async function start(): Promise<void> {
  startSdk();
  applyChoices();
  await startTranslations();
  const pluginStore = await createPluginStore();
  startDiscovery();
  loadPlugins(pluginStore);
  const root = document.getElementById('app');
  if (!root) {
    throw new Error('The page has no element "app".');
  }
  renderPage(
    <Provider store={store}>
      <PluginStoreProvider store={pluginStore}>
        <Perspective>
          <BrowserRouter>
            <OverlayProvider>
              <ModalProvider>
                <Suspense fallback={<Loading />}>
                  <App />
                </Suspense>
              </ModalProvider>
            </OverlayProvider>
          </BrowserRouter>
        </Perspective>
      </PluginStoreProvider>
    </Provider>,
    root,
  );
}

void start();
