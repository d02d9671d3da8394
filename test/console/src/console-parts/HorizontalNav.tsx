import { Suspense, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Route, Routes, useLocation, useParams } from '@generation/router';
import type { K8sResourceCommon, NavPage } from '@openshift-console/dynamic-plugin-sdk';
import { isHorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/horizontal-nav-tabs';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { isModelOf } from '../kubernetes/modelNames';
import { Loading } from '../shell/Loading';
import { ErrorBoundary } from './ErrorBoundary';
import { useExtensions } from './extensions';
import { lazyReference } from './lazyReference';
import { TabStrip } from './TabStrip';

interface HorizontalNavProps {
  resource?: K8sResourceCommon;
  pages: NavPage[];
  customData?: object;
}

interface Tab {
  name: string;
  href: string;
  component: ComponentType<Record<string, unknown>>;
}

/**
 * The SDK's tabs of a details page, with the tabs that plugins add for the kind. Each tab is loaded when
 * it is opened, and a tab that throws leaves the rest of the page alone: both unlike the VM page.
 */
export function HorizontalNavFacade({ resource, pages, customData }: HorizontalNavProps): JSX.Element {
  const extensions = useExtensions(isHorizontalNavTab);
  const params = useParams();
  const { pathname } = useLocation();
  const below = params['*'] ?? '';
  const base = pathname.slice(0, pathname.length - below.length).replace(/\/$/, '');
  const gvk = resource?.apiVersion ? getGroupVersionKindForResource(resource) : undefined;
  const reference = gvk && `${gvk.group ?? ''}~${gvk.version}~${gvk.kind}`;

  const tabs = useMemo<Tab[]>(() => {
    const own = pages.map(({ name, href = '', component }) => ({
      name,
      href,
      component: component as Tab['component'],
    }));
    const added = extensions
      .filter(({ properties }) => gvk && isModelOf(properties.model, gvk))
      .map(({ uid, properties: { page, component } }) => ({
        ...page,
        href: encodeURIComponent(page.href),
        component: lazyReference(uid, component),
      }))
      .sort((one, other) => one.name.localeCompare(other.name));
    return [...own, ...added];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- gvk is a new object each time, its reference is not
  }, [pages, extensions, reference]);

  const activeHref = below.split('/')[0] ?? '';
  return (
    <>
      <TabStrip activeHref={activeHref} base={base} tabs={tabs} />
      <ErrorBoundary at={pathname}>
        <Suspense fallback={<Loading />}>
          <Routes>
            {tabs.map(({ href, component: Page }) => (
              <Route element={<Page customData={customData} obj={resource} params={params} />} key={href} path={href} />
            ))}
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
