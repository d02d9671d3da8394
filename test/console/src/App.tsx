import { Suspense, useEffect, useMemo } from 'react';
import { Navigate, Route, Routes, useLocation } from '@generation/router';
import { isRoutePage } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/pages';
import { ErrorBoundary } from './console-parts/ErrorBoundary';
import { useExtensions } from './console-parts/extensions';
import { lazyReference } from './console-parts/lazyReference';
import useActivePerspective from './console-parts/useActivePerspective';
import {
  namespaceOfPath,
  namespaceSegment,
  setActiveNamespace,
  useActiveNamespace,
} from './console-parts/useActiveNamespace';
import { NotFoundPage } from './pages/NotFoundPage';
import { PluginsPage } from './pages/PluginsPage';
import { ResourceDetailsPage } from './pages/ResourceDetailsPage';
import { ResourceListPage } from './pages/ResourceListPage';
import { VmListPage } from './pages/VmListPage';
import { ContextProviders } from './plugins/ContextProviders';
import { FeatureFlags } from './plugins/FeatureFlags';
import { Loading } from './shell/Loading';
import { Shell } from './shell/Shell';
import { TopologyPage } from './topology/TopologyPage';
import { VM_URL_NAME } from './vm-page/virtualMachine';
import { VmNavigator } from './vm-page/VmNavigator';
import { VmPage } from './vm-page/VmPage';

/** The routes of plugins. Without `exact` a path also stands for everything below it. */
function usePluginRoutes(): JSX.Element[] {
  const extensions = useExtensions(isRoutePage);
  const [perspective] = useActivePerspective();
  return useMemo(
    () =>
      extensions
        .filter(({ properties }) => properties.perspective === undefined || properties.perspective === perspective)
        .flatMap(({ uid, properties: { path, exact, component } }) => {
          const Page = lazyReference(uid, component);
          return [path]
            .flat()
            .map((one) => (
              <Route element={<Page />} key={`${uid} ${one}`} path={exact ? one : `${one.replace(/\/$/, '')}/*`} />
            ));
        }),
    [extensions, perspective],
  );
}

function Home(): JSX.Element {
  const [namespace] = useActiveNamespace();
  return <Navigate replace to={`/k8s/${namespaceSegment(namespace)}/virtualmachines`} />;
}

/** The pages of the stand-in and of its plugins. */
export function App(): JSX.Element {
  const pluginRoutes = usePluginRoutes();
  const { pathname } = useLocation();

  useEffect(() => {
    const namespace = namespaceOfPath(pathname);
    if (namespace) {
      setActiveNamespace(namespace);
    }
  }, [pathname]);

  return (
    <>
      <FeatureFlags />
      <ContextProviders>
        <Shell>
          <ErrorBoundary at={pathname}>
            <Suspense fallback={<Loading />}>
              <Routes>
                {pluginRoutes}
                <Route element={<Home />} path="/" />
                <Route element={<PluginsPage />} path="/plugins" />
                {['/topology/ns/:ns', '/topology/all-namespaces'].map((path) => (
                  <Route element={<TopologyPage />} key={path} path={path} />
                ))}
                {['/k8s/ns/:ns', '/k8s/all-namespaces'].flatMap((scope) =>
                  ['virtualmachines', VM_URL_NAME].map((kind) => (
                    <Route element={<VmListPage />} key={`${scope}/${kind}`} path={`${scope}/${kind}`} />
                  )),
                )}
                <Route
                  element={
                    <VmNavigator>
                      <VmPage />
                    </VmNavigator>
                  }
                  path={`/k8s/ns/:ns/${VM_URL_NAME}/:name/*`}
                />
                <Route element={<ResourceListPage />} path="/k8s/ns/:ns/:kind" />
                <Route element={<ResourceListPage />} path="/k8s/all-namespaces/:kind" />
                <Route element={<ResourceListPage />} path="/k8s/cluster/:kind" />
                <Route element={<ResourceDetailsPage />} path="/k8s/ns/:ns/:kind/:name/*" />
                <Route element={<ResourceDetailsPage />} path="/k8s/cluster/:kind/:name/*" />
                <Route element={<NotFoundPage />} path="*" />
              </Routes>
            </Suspense>
          </ErrorBoundary>
        </Shell>
      </ContextProviders>
    </>
  );
}
