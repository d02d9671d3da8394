import type { Page } from '@playwright/test';
import { expect, expectAccessible, picture, test } from './consolePage';
import { tabPath } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/** The Services tab in the room that the console leaves it beside the tree of VMs, and in less. */
const VM = 'web';
const TIER = { tier: 'backend' };
const LONG = `a${'b'.repeat(61)}c`;
const MANY_PORTS = Array.from({ length: 20 }, (_, index) => ({ name: `port-${index}`, port: 8000 + index }));

test.use({ viewport: { width: 1280, height: 800 } });

const pane = (page: Page) => page.locator('[data-test="vm-pane"]');

/** Nothing of the tab is wider than its pane, and nothing scrolls sideways: neither the pane nor the page around. */
async function expectRoom(page: Page, width: number): Promise<void> {
  const { paneWidth, wider, cut } = await pane(page).evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    const scrolled = [element, document.querySelector('#content-scrollable'), document.documentElement];
    const isShown = (one: Element) =>
      one.getBoundingClientRect().width > 1 && !one.closest('.pf-v6-u-screen-reader, .pf-v6-screen-reader');
    const tab = element.querySelector('section:has([aria-label="Services"][role="grid"])') ?? element;
    return {
      paneWidth: element.clientWidth,
      wider: scrolled.flatMap((one) =>
        one && one.scrollWidth > one.clientWidth ? [`${one.tagName} ${one.scrollWidth} > ${one.clientWidth}`] : [],
      ),
      // what is cut on purpose shows whole at the pointer
      cut: [...tab.querySelectorAll('*')]
        .filter((one) => isShown(one) && !one.closest('.pf-v6-c-truncate'))
        .filter((one) => one.getBoundingClientRect().right > right + 1)
        .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40) ?? ''}`),
    };
  });
  expect(paneWidth).toBeLessThanOrEqual(width);
  expect({ wider, cut }).toEqual({ wider: [], cut: [] });
}

/** Beside the tree of VMs first, then in a pane of 320 pixels. */
async function expectRoomInBoth(page: Page, name: string): Promise<void> {
  await expectRoom(page, 558);
  // what was opened below can have scrolled the rows, never the columns
  await pane(page).evaluate((element) => {
    for (let one: Element | null = element; one; one = one.parentElement) one.scrollTop = 0;
  });
  const status = page.getByRole('grid', { name: 'Services' }).getByRole('columnheader', { name: 'Status' });
  await expect(status.first()).toBeInViewport();
  await picture(page, `${name}-558`);
  await pane(page).evaluate((element: HTMLElement) => {
    element.style.maxWidth = '320px';
  });
  await expect(page.getByRole('grid', { name: 'Services' })).toHaveClass(/pf-m-grid/);
  await expectRoom(page, 320);
  await picture(page, `${name}-320`);
}

test('names of 63 characters, 20 ports, and opened rows with their findings', async ({ page, namespace }) => {
  await makeVm(namespace, VM, { templateLabels: TIER, ownLabels: { app: LONG } });
  await makeService(namespace, LONG, { app: LONG });
  await api('POST', paths.services(namespace), {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'many', namespace },
    spec: { type: 'LoadBalancer', selector: TIER, ports: MANY_PORTS },
  });
  await page.goto(tabPath(namespace, VM));
  // the worst is first, and open by itself
  await expect(page.getByRole('list', { name: 'Connection path' }).first()).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Services' }).getByRole('row').nth(1)).toContainText(LONG);
  for (const details of await page.getByRole('button', { name: /^Details Service/ }).all()) await details.click();
  await expect(page.getByRole('list', { name: 'Picture of the connection' }).first()).toBeVisible();
  await expectAccessible(page);
  await expectRoomInBoth(page, 'tab-long');
  await expectAccessible(page);
});

test('30 Services', async ({ page, namespace }) => {
  await makeVm(namespace, VM, { templateLabels: TIER });
  const names = Array.from({ length: 30 }, (_, index) => `service-${index}`);
  for (const name of names) await makeService(namespace, name, name === 'service-7' ? { ...TIER, zone: 'a' } : TIER);
  await page.goto(tabPath(namespace, VM));
  await expect(page.getByRole('button', { name: '1 not reachable' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rows per page' })).toHaveText('1–20 of 30');
  await expectRoomInBoth(page, 'tab-many');
});
