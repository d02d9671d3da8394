import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { checkErrors, watchErrors } from './browserErrors';
import { test as base } from '../local-cluster/clusterTest';
import type { User } from './namespaceUsers';

/** Takes a picture of the page, kept with the test's results; returns where it is. */
export async function picture(page: Page, name: string): Promise<string> {
  const taken = path.join(test.info().outputDir, `${name}.png`);
  await page.screenshot({ path: taken });
  return taken;
}

/** The class of the console's root element in the dark theme. */
const DARK = 'pf-v6-theme-dark';

/** Runs what is given with the page in the dark or the light theme, and leaves the theme as it was. */
export async function inTheme(page: Page, theme: 'dark' | 'light', look: () => Promise<void>): Promise<void> {
  const turn = (isDark: boolean) =>
    page.evaluate(([name, on]) => document.documentElement.classList.toggle(name, on), [DARK, isDark] as const);
  const wasDark = await page.evaluate((name) => document.documentElement.classList.contains(name), DARK);
  await turn(theme === 'dark');
  await look();
  await turn(wasDark);
}

/**
 * Takes a picture that the README and the docs show, in both themes: NAME.png and NAME-dark.png. Only with
 * UPDATE_PICTURES=1 do they replace those that are there.
 */
export async function docsPicture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') {
    await picture(page, name);
    return;
  }
  const pictures = path.join(test.info().config.rootDir, '../../docs/pictures');
  mkdirSync(pictures, { recursive: true });
  for (const [theme, file] of [
    ['light', `${name}.png`],
    ['dark', `${name}-dark.png`],
  ] as const)
    await inTheme(page, theme, async () => {
      await page.screenshot({ path: path.join(pictures, file), animations: 'disabled' });
    });
}

/** What axe has seen in this worker: each kind of element with those around it, and the page's theme and width. */
const seenByAxe = new Set<string>();

/**
 * The kinds of the page's own part: tag, role, classes, names of attributes, which of these are empty or name an
 * element that is not there, and whether there is text. Ids that are there twice are a kind of their own.
 */
const kindsOf = (page: Page): Promise<string[]> =>
  page.getByRole('main').evaluate((main) => {
    const named = new Set(['aria-controls', 'aria-describedby', 'aria-labelledby', 'for']);
    const attributeOf = (element: Element, name: string): string => {
      const value = element.getAttribute(name) ?? '';
      if (!named.has(name)) return value === '' ? `${name} empty` : name;
      return value.split(' ').every((id) => document.getElementById(id)) ? name : `${name} of nothing`;
    };
    const kindOf = (element: Element): string => {
      const attributes = element
        .getAttributeNames()
        .filter((name) => name !== 'class')
        .sort()
        .map((name) => attributeOf(element, name));
      const role = element.getAttribute('role') ?? '';
      const isNamed = element.textContent?.trim() === '' ? 'empty' : 'text';
      return [element.tagName, role, [...element.classList].sort().join('.'), attributes.join(), isNamed].join(' ');
    };
    const kinds = new Set<string>();
    const visit = (element: Element, place: string): void => {
      const kind = `${place} > ${kindOf(element)}`;
      kinds.add(kind);
      for (const child of element.children) visit(child, kind);
    };
    visit(main, `${document.documentElement.className} ${window.innerWidth}:`);
    const ids = [...main.querySelectorAll('[id]')].map(({ id }) => id);
    const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (doubled.length > 0) kinds.add(`twice: ${doubled.join(' ')}`);
    return [...kinds];
  });

/**
 * Fails on what axe finds in the page's own part; the stand-in around it is not the product. Many tests show the same
 * layout with other words: axe is asked where the page has an element of a kind that it has not seen yet in such a
 * place.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const kinds = await kindsOf(page);
  if (kinds.every((kind) => seenByAxe.has(kind))) return;
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  for (const kind of kinds) seenByAxe.add(kind);
}

export async function actAs(page: Page, user: User): Promise<void> {
  await page.context().addCookies([{ name: 'standin-user', value: user, url: base.info().project.use.baseURL ?? '' }]);
}

/** PatternFly's animations that have no end. */
const ENDLESS = '.pf-v6-c-spinner, .pf-v6-c-spinner__path, .pf-v6-c-skeleton::after';

/**
 * A page that waits stands still: without a graphics card a spinner takes a quarter of a processor. What ends by itself
 * moves as people see it. No policy of a page refuses a style sheet of this kind.
 */
const stopEndlessAnimations = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((selectors) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selectors} { animation: none !important }`);
    document.adoptedStyleSheets.push(sheet);
  }, ENDLESS);

/**
 * Tests in a browser; an error that its console tells of on any page fails the test, unless `expectErrors` names it.
 */
export const test = base.extend({
  context: async ({ context, newNamespace }, use, info) => {
    // named so that namespaces go after the pages are closed: what a page asks for in one that goes is refused
    void newNamespace;
    watchErrors(context);
    await stopEndlessAnimations(context);
    await use(context);
    checkErrors(context, info.errors.length === 0);
  },
});

export { expect } from '@playwright/test';
export { answered, expectErrors, noInstance } from './browserErrors';
