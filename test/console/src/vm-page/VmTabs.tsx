import { useEffect, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Route, Routes, useLocation, useParams } from '@generation/router';
import { isHorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/horizontal-nav-tabs';
import { useResolvedExtensions } from '../console-parts/extensions';
import { TabStrip } from '../console-parts/TabStrip';
import { isModelOf } from '../kubernetes/modelNames';
import { EventsTab } from '../pages/EventsTab';
import { YamlTab } from '../pages/YamlTab';
import { VM_GVK, VM_URL_NAME } from './virtualMachine';
import type { VirtualMachine } from './virtualMachine';
import { VmOverview } from './VmOverview';

interface Tab {
  name: string;
  href: string;
  component: ComponentType<Record<string, unknown>>;
}

const STOCK_TABS: Tab[] = [
  { name: 'Overview', href: '', component: VmOverview as unknown as Tab['component'] },
  { name: 'YAML', href: 'yaml', component: YamlTab as unknown as Tab['component'] },
  { name: 'Events', href: 'events', component: EventsTab as unknown as Tab['component'] },
];

/**
 * The tabs plugins add. All their modules are loaded as soon as any VM is looked at, and none of them
 * shows before all have settled.
 */
function usePluginTabs(): Tab[] {
  const [extensions, resolved] = useResolvedExtensions(isHorizontalNavTab);
  return useMemo(
    () =>
      resolved
        ? extensions
            .filter(({ properties }) => properties.component && isModelOf(properties.model, VM_GVK))
            .map(({ properties: { page, component } }) => ({ ...page, component: component as Tab['component'] }))
        : [],
    [extensions, resolved],
  );
}

/** Names and hrefs are how the page tells tabs apart, across all plugins. */
function reportAmbiguous(tabs: Tab[]): void {
  tabs.forEach(({ name, href }, at) => {
    const other = tabs.slice(0, at).find((before) => before.name === name || before.href === href);
    if (other) {
      console.error(
        `Two tabs of the VM page are "${name}" (${href}) and "${other.name}" (${other.href}): names and hrefs have to be unique.`,
      );
    }
  });
}

/** The first tab whose href occurs anywhere in the path wins, wherever that is: a project named "yaml" is enough. */
function activeTab(tabs: Tab[], pathname: string): string {
  return tabs.find(({ href }) => href !== '' && pathname.includes(`/${href}`))?.href ?? '';
}

interface VmTabsProps {
  vm?: VirtualMachine;
  name: string;
  namespace: string;
}

/**
 * Tab strip and content of the VM page, as strict towards plugins as the stock one: the strip scrolls
 * without a scrollbar, plugin tabs come last, a route is exactly the href, and no error boundary is
 * around a tab, so that one that throws takes the whole page with it.
 */
export function VmTabs({ vm, name, namespace }: VmTabsProps): JSX.Element {
  const pluginTabs = usePluginTabs();
  const tabs = useMemo(() => [...STOCK_TABS, ...pluginTabs], [pluginTabs]);
  const { pathname } = useLocation();
  const params = useParams();
  useEffect(() => reportAmbiguous(tabs), [tabs]);

  return (
    <>
      <TabStrip
        activeHref={activeTab(tabs, pathname)}
        base={`/k8s/ns/${namespace}/${VM_URL_NAME}/${name}`}
        className="standin-vm-tabs"
        tabs={tabs}
      />
      <Routes>
        {tabs.map(({ href, component: Page }) => (
          <Route element={<Page instanceTypeExpandedSpec={vm} obj={vm} params={params} />} key={href} path={href} />
        ))}
        {/* A sub-route of a tab, or an unknown one, stays empty. */}
        <Route element={null} path="*" />
      </Routes>
    </>
  );
}
