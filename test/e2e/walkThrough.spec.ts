/**
 * The shortest way: from the VM's own menu to an address in the clipboard, in a few clicks and without scrolling; and
 * where the focus is after each change of view.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './consolePage';
import { apply, next, reached, resultBox, wizardPath } from './exposeVm';
import { makeVm } from '../local-cluster/vms';

/** What somebody had to do on the page so far. */
interface Effort {
  readonly clicks: number;
  readonly scrolls: number;
}

/** Counts, from the first page on, each click and each part of the page that has moved under the pointer. */
async function watchEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.addInitScript(() => {
    const effort = { clicks: 0, scrolls: 0 };
    Object.assign(window, { effort });
    document.addEventListener('click', (event) => (effort.clicks += event.isTrusted ? 1 : 0), true);
    document.addEventListener(
      'scroll',
      ({ target }) => {
        const scrolled = target instanceof Element ? target : document.scrollingElement;
        if (scrolled && (scrolled.scrollTop > 0 || scrolled.scrollLeft > 0)) effort.scrolls += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { effort: Effort }).effort);
}

const focused = (page: Page) => page.locator(':focus');

test.use({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });

test('from the VM menu to a copied address: at most 7 clicks, no scrolling', async ({ page, namespace }) => {
  const effort = await watchEffort(page);
  await makeVm(namespace, 'web');
  await page.goto(`/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/web`);
  await page.locator('[data-test="actions-menu-button"]').click();
  await page.getByRole('menuitem', { name: /^Expose VM/ }).click();
  for (const step of ['Service and ports', 'Access', 'VM selection']) {
    await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible();
    await next(page);
  }
  await expect(apply(page)).toBeEnabled();
  await apply(page).click();
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  const copy = resultBox(page).getByRole('button', { name: /^Copy/ }).first();
  await expect(copy).toBeInViewport({ ratio: 1 });
  await copy.click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`web.${namespace}.svc.cluster.local:80`);
  const { clicks, scrolls } = await effort();
  console.log(`figure: from the VM menu to a copied address: ${clicks} clicks, ${scrolls} scrolls at 1280x800`);
  expect(clicks).toBeLessThanOrEqual(7);
  expect(scrolls).toBe(0);
});

test('the focus is on the heading of each view that replaces another, and the outcome is announced', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  for (const [step, after] of [
    ['Service and ports', 'Access'],
    ['Access', 'VM selection'],
    ['VM selection', 'Review'],
  ] as const) {
    await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible();
    await next(page);
    // what holds the new step, whose heading comes first in it
    await expect(focused(page).getByRole('heading', { name: after, exact: true })).toBeVisible();
  }
  await expect(apply(page)).toBeEnabled();
  await apply(page).click();
  // the run can be over before it is looked at; what comes after it has the focus then
  await expect(focused(page)).toHaveText(/^(Exposing web|Success alert:\s*web is reachable .*)$/);
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  await expect(reached(page)).toBeFocused();
  await expect(page.locator('[aria-live="polite"]', { has: reached(page) })).toBeVisible();
});
