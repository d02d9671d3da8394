import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test as base } from './clusterTest';

/** Takes a picture of the page, kept with the test's results; returns where it is. */
export async function picture(page: Page, name: string): Promise<string> {
  const taken = path.join(test.info().outputDir, `${name}.png`);
  await page.screenshot({ path: taken });
  return taken;
}

/** Takes a picture that the README shows; only with UPDATE_PICTURES=1 does it replace the one that is there. */
export async function readmePicture(page: Page, name: string): Promise<void> {
  const taken = await picture(page, name);
  if (process.env.UPDATE_PICTURES !== '1') return;
  const pictures = path.join(test.info().config.rootDir, '../../docs/pictures');
  mkdirSync(pictures, { recursive: true });
  copyFileSync(taken, path.join(pictures, `${name}.png`));
}

/** Fails on what axe finds in the page's own part; the stand-in around it is not the product. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** The users of the local cluster; who may do what is in test/cluster/README.md. */
export type User = 'admin' | 'vm-admin' | 'editor' | 'viewer' | 'kubevirt-only';

export async function actAs(page: Page, user: User): Promise<void> {
  await page.context().addCookies([{ name: 'standin-user', value: user, url: base.info().project.use.baseURL ?? '' }]);
}

interface Fixtures {
  /** what the browser's console told as error; a test that means to cause some takes them out */
  readonly pageErrors: string[];
}

export const test = base.extend<Fixtures>({
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await use(errors);
      expect(errors, 'errors in the browser console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
