import type { Page, Request } from '@playwright/test';
import { answered, expect, expectErrors, test } from './consolePage';
import { tabPath, toReview, wizardPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/**
 * What the browser fetched of this plugin, its translations among it: file name and size on the wire, in bytes; the
 * stand-in serves gzip as the console does.
 */
interface Fetched {
  readonly file: string;
  readonly bytes: number;
}

const KB = 1024;
/** The file of the translations, as the console calls it. */
const TRANSLATIONS = 'resource.json';

/** Nothing more of the plugin comes when it has asked for nothing for so long; a busy machine takes its time. */
const QUIET_MS = 1000;

async function fetchedBy(page: Page, visit: () => Promise<void>): Promise<Fetched[]> {
  const fetched: Promise<Fetched>[] = [];
  let lastAt = Date.now();
  const note = (request: Request) => {
    const { pathname, searchParams } = new URL(request.url());
    const isOfPlugin = pathname.startsWith('/api/plugins/expose-vm/') && !pathname.endsWith('plugin-manifest.json');
    if (!isOfPlugin && searchParams.get('ns') !== 'plugin__expose-vm') return;
    lastAt = Date.now();
    const file = pathname.split('/').at(-1) ?? '';
    fetched.push(request.sizes().then(({ responseBodySize }) => ({ file, bytes: responseBodySize })));
  };
  page.on('requestfinished', note);
  await visit();
  await page.waitForLoadState('networkidle');
  // that was reached long ago where the page was not loaded again
  lastAt = Date.now();
  while (Date.now() - lastAt < QUIET_MS) await page.waitForTimeout(QUIET_MS / 4);
  page.off('requestfinished', note);
  const files = await Promise.all(fetched);
  // none from the browser's cache, of which nothing is on the wire
  expect(files.map(({ bytes }) => bytes)).not.toContain(0);
  return files;
}

// what is fetched is counted: the browser has nothing yet
test.use({ reuseContext: false });

/** Requests from a click to its page. */
const MOST_REQUESTS = 4;

const total = (fetched: readonly Fetched[]): number => fetched.reduce((sum, { bytes }) => sum + bytes, 0);

/** Which console it is, where it is not 4.22. */
function ofConsole(): string {
  const [, release] = /^console-(.*)$/.exec(test.info().project.name) ?? [];
  return release ? `OpenShift ${release}, ` : '';
}

function report(what: string, fetched: readonly Fetched[]): void {
  test.info().annotations.push({
    type: 'fetched',
    description: `${what}: ${fetched.length} files, ${total(fetched)} bytes gzipped`,
  });
  console.log(`figure: ${ofConsole()}${what}: ${fetched.length} files, ${total(fetched)} bytes gzipped`);
}

test(
  'a page that is not ours costs one small file',
  { tag: ['@alone', '@each-console'] },
  async ({ page, namespace }) => {
    const fetched = await fetchedBy(page, async () => {
      await page.goto(`/k8s/ns/${namespace}/services`);
      await expect(page.getByRole('link', { name: 'Exposed VMs' })).toHaveCount(1);
    });
    report('foreign page', fetched);
    const files = fetched.filter(({ file }) => file !== TRANSLATIONS);
    expect(files).toHaveLength(1);
    expect(total(files)).toBeLessThanOrEqual(8 * KB);
    expect(total(fetched)).toBeLessThanOrEqual(10 * KB);
  },
);

test(
  'the VM page, the tab, the wizard and Review keep to their budgets, without PatternFly or react-dom of our own that the console has',
  { tag: ['@alone', '@each-console'] },
  async ({ page, namespace }) => {
    await makeVm(namespace, 'web');
    const vmPage = await fetchedBy(page, async () => {
      await page.goto(tabPath(namespace, 'web').replace(/services$/, ''));
      await expect(
        page
          .getByRole('tab', { name: 'Services' })
          .or(page.locator('[data-test-id="horizontal-link-Services"], [data-test="horizontal-link-Services"]'))
          .first(),
      ).toBeVisible();
    });
    report('VM page, tab not opened', vmPage);
    expect(vmPage.filter(({ file }) => file !== TRANSLATIONS).length).toBeLessThanOrEqual(2);
    expect(total(vmPage)).toBeLessThanOrEqual(13 * KB);

    const tab = await fetchedBy(page, async () => {
      await page
        .locator('[data-test-id="horizontal-link-Services"], [data-test="horizontal-link-Services"]')
        .first()
        .click();
      await expect(page.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
    });
    report('tab opened', tab);
    // the tab's list, the diagnosis and the translations come together
    expect(total(tab)).toBeLessThanOrEqual(45 * KB);
    expect(tab.length).toBeLessThanOrEqual(MOST_REQUESTS);

    const wizard = await fetchedBy(page, async () => {
      await page.getByRole('main').getByRole('link', { name: 'Expose VM', exact: true }).last().click();
      await expect(page.getByLabel('Service name')).toBeVisible();
    });
    report('wizard', wizard);
    expect(wizard.length).toBeLessThanOrEqual(MOST_REQUESTS);

    // what comes while Review is read, for the run that follows, counts too
    const review = await fetchedBy(page, () => toReview(page, {}));
    report('Review', review);
    expect(review.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(total([...wizard, ...review])).toBeLessThanOrEqual(70 * KB);

    const yaml = await fetchedBy(page, async () => {
      await page
        .getByRole('button', { name: /^YAML: / })
        .first()
        .click();
      await expect(page.getByRole('main').locator('pre')).toContainText('kind: Service');
    });
    report("Review's YAML", yaml);
    // the YAML library came with nothing before
    expect(total(yaml)).toBeGreaterThan(8 * KB);
    expect(total(yaml)).toBeLessThanOrEqual(15 * KB);
    expect(total([...vmPage, ...tab, ...wizard, ...review, ...yaml])).toBeLessThanOrEqual(140 * KB);

    const scope = await page.evaluate(() => {
      const shared = (
        window as unknown as {
          webpackSharedScope: Record<string, Record<string, { from: string; loaded?: number | boolean }>>;
        }
      ).webpackSharedScope;
      return Object.entries(shared).flatMap(([module, versions]) =>
        Object.entries(versions)
          .filter(([, { from, loaded }]) => from === 'expose-vm' && loaded)
          .map(([version]) => `${module}@${version}`),
      );
    });
    // what the console does not share and the plugin has to bring; anything else would be a second copy of what is
    // there
    console.log(`figure: ${ofConsole()}brought by the plugin: ${scope.join(', ')}`);
    const own = scope.filter((module) => !/components\/(Wizard|ProgressStepper)@/.test(module));
    expect(own).toEqual([]);
    expect(scope.filter((module) => module.startsWith('react-dom'))).toEqual([]);
  },
);

test(
  'the page Cluster network stays small, and the YAML library comes only when it is opened',
  { tag: ['@alone', '@each-console'] },
  async ({ page }) => {
    await page.goto('/');
    const link = page.getByRole('link', { name: 'Cluster network' });
    await expect(link).toBeVisible();
    await page.waitForLoadState('networkidle');
    const opened = await fetchedBy(page, async () => {
      await link.click();
      await expect(page.getByRole('button', { name: 'Pods and VMs' })).toBeVisible();
    });
    report('Cluster network', opened);
    expect(opened.length).toBeLessThanOrEqual(MOST_REQUESTS);
    const yaml = await fetchedBy(page, async () => {
      await page.getByRole('button', { name: 'Network "cluster" (YAML)' }).click();
      await expect(page.getByRole('main').locator('pre')).toBeVisible();
    });
    report("Cluster network's YAML", yaml);
    // the texts of the whole plugin come with the first page that needs them
    expect(total(opened.filter(({ file }) => !file.includes('.json')))).toBeLessThanOrEqual(10 * KB);
    expect(opened.length).toBeGreaterThan(0);
    expect(yaml.length).toBeGreaterThan(0);
    expect(total(yaml)).toBeLessThanOrEqual(16 * KB);
  },
);

test(
  'the page Exposed VMs keeps to its budget; the words of the reasons come with the first row that has one',
  { tag: ['@alone', '@each-console'] },
  async ({ page, namespace }) => {
    await makeVm(namespace, 'web', { ownLabels: { own: 'web' }, templateLabels: { app: 'web' } });
    await makeService(namespace, 'front', { app: 'web' });
    await page.goto(`/k8s/ns/${namespace}/services`);
    const link = page.getByRole('link', { name: 'Exposed VMs' });
    await expect(link).toBeVisible();
    await page.waitForLoadState('networkidle');
    const opened = await fetchedBy(page, async () => {
      await link.click();
      await expect(page.getByText('Reachable', { exact: true })).toBeVisible();
    });
    report('Exposed VMs', opened);
    expect(opened.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(total(opened)).toBeLessThanOrEqual(45 * KB);
    const reason = await fetchedBy(page, async () => {
      await makeService(namespace, 'near', { own: 'web' });
      await expect(page.getByText('Label is on the VM but not in its template')).toBeVisible();
    });
    report('Exposed VMs, the words of reasons', reason);
    expect(reason.length).toBeGreaterThan(0);
    expect(total(reason)).toBeLessThanOrEqual(10 * KB);
  },
);

test(
  'the plugin is loaded, and its texts are translated',
  { tag: ['@alone', '@each-console'] },
  async ({ page, namespace }) => {
    await page.goto('/plugins');
    await expect(page.getByText(/expose-vm/).first()).toBeVisible();
    expectErrors(page, ...answered(404, paths.vm(namespace, 'no-such-vm'), paths.vmi(namespace, 'no-such-vm')));
    await page.goto(wizardPath(namespace, 'no-such-vm'));
    await expect(page.getByRole('heading', { name: 'Virtual machine no-such-vm was not found' })).toBeVisible();
    await expect(page.locator('body')).not.toContainText('plugin__expose-vm');
  },
);
