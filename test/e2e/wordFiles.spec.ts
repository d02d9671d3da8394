import type { Page } from '@playwright/test';
import { expect, expectErrors, test } from './consolePage';
import { tabPath } from './exposeVm';
import { chooseLanguage, LANGUAGES, makeExposedVm } from './languages';
import { wordsOf } from './shownTexts';

const FOREIGN_PAGE_BYTES = 10 * 1024;
/** The words of the tab and of its first row, which is open and tells reasons. */
const TAB_WORDS_BYTES = 21 * 1024;

// what is fetched is counted: the browser has nothing yet
test.use({ reuseContext: false });

interface Visit {
  readonly what: string;
  readonly bytes: number;
  readonly address: string;
}

/** Every file of the plugin that the browser fetches, its words among them, from now on. */
function fetchedFiles(page: Page): Promise<Visit>[] {
  const files: Promise<Visit>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const isOfPlugin = pathname.startsWith('/api/plugins/expose-vm/') && !pathname.endsWith('plugin-manifest.json');
    if (!isOfPlugin && searchParams.get('ns') !== 'plugin__expose-vm') return;
    const what = /-words-/.test(pathname) ? 'words' : 'code';
    files.push(
      request.sizes().then(({ responseBodySize }) => ({ what, bytes: responseBodySize, address: request.url() })),
    );
  });
  return files;
}
const total = (files: readonly Visit[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

for (const language of LANGUAGES) {
  test(`in "${language}" only its words are fetched, and on other pages those of the menus`, async ({
    page,
    namespace,
  }) => {
    await makeExposedVm(namespace);
    const t = wordsOf(language);
    await chooseLanguage(page, language);
    const files = fetchedFiles(page);
    await page.goto(`/k8s/ns/${namespace}/services`);
    await expect(page.getByRole('link', { name: t('Exposed VMs') })).toHaveCount(1);
    await page.waitForLoadState('networkidle');
    const foreign = await Promise.all(files.splice(0));
    console.log(`figure: foreign page in ${language}: ${total(foreign)} bytes gzipped`);
    expect(foreign.map(({ bytes }) => bytes)).not.toContain(0);
    expect(total(foreign)).toBeLessThanOrEqual(FOREIGN_PAGE_BYTES);
    expect(foreign.filter(({ what }) => what === 'words')).toEqual([]);

    await page.goto(tabPath(namespace, 'web'));
    await expect(page.getByText(t('Not reachable'), { exact: true }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const words = (await Promise.all(files.splice(0))).filter(({ what }) => what === 'words');
    console.log(
      `figure: words of the tab and a row in ${language}: ${words.length} files, ${total(words)} bytes gzipped`,
    );
    expect(words.every(({ address }) => address.includes(`/locales/${language}/`))).toBe(true);
    expect(words.length > 0).toBe(language !== 'en');
    expect(total(words)).toBeLessThanOrEqual(TAB_WORDS_BYTES);
  });
}

test('words that cannot be fetched leave a page that works, in English', async ({ page, namespace }) => {
  await makeExposedVm(namespace);
  await chooseLanguage(page, 'fr');
  await page.route('**/*-words-*.json', (route) => route.fulfill({ status: 404, body: 'not found' }));
  expectErrors(page, { status: 404, path: /-words-[0-9a-f]+\.json$/ });
  await page.goto(tabPath(namespace, 'web'));
  await expect(page.getByText('Not reachable', { exact: true }).first()).toBeVisible();
  await page.unroute('**/*-words-*.json');
  await page.reload();
  await expect(page.getByText(wordsOf('fr')('Not reachable'), { exact: true }).first()).toBeVisible();
});
