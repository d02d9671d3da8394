import type { Page, Route } from '@playwright/test';
import { paths } from '../local-cluster/localCluster';
import { expectGoals, type KindOfRun } from '../local-cluster/runGoals';
import type { ExpectedError } from './browserErrors';
import { expect, expectErrors, noInstance, test } from './consolePage';
import { apply, expectVerified, next, reached, runFailed, timing, wizardPath, type When } from './exposeVm';
import { isRealWrite } from './writes';

/**
 * Each kind of fault once, and each kind of run, on the page. What has to hold wherever a run is cut short is tried in
 * every place by test/on-cluster/faultPositions.spec.ts.
 */
const WHEN: Partial<Record<KindOfRun, When>> = {
  'a label now': 'Now, without a restart',
  'a label with a restart': 'Restart now',
  'a label on the pod only': 'On the pod only, temporary',
};
const JOINING: KindOfRun = 'joining a Service with other ports';

test.describe.configure({ timeout: 120_000 });

/** Opens the wizard on Review, with all that the API server says before Apply. */
async function openReview(page: Page, kind: KindOfRun, namespace: string, name: string): Promise<void> {
  const when = WHEN[kind];
  const query = kind === JOINING ? `?service=${name}` : when ? `?name=${name}&label=tier%3D${name}` : `?name=${name}`;
  await page.goto(wizardPath(namespace, name, query));
  if (kind === JOINING) await page.getByRole('textbox', { name: 'Target port' }).fill('8081');
  await next(page);
  await next(page);
  if (when) await (await timing(page, when)).check();
  await next(page);
  await expect(page.getByText('Dry run passed').first()).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
}

async function applyAll(page: Page, name: string): Promise<void> {
  const confirmation = page.getByLabel(/to confirm the restart/);
  if (await confirmation.isVisible()) await confirmation.fill(name);
  await apply(page).click();
}

const kindOfWrite = (route: Route): string => {
  const request = route.request();
  const [, plural = ''] = /\/namespaces\/[^/]+\/([^/?]+)/.exec(request.url()) ?? [];
  return `${request.method()} ${plural}`;
};

/** Does something to the first write of that kind; the others, and later ones, pass. */
async function atWrite(page: Page, write: string, fault: (route: Route) => Promise<void>): Promise<void> {
  let isOver = false;
  await page.route('**/api/kubernetes/**', async (route) => {
    if (isOver || !isRealWrite(route.request()) || kindOfWrite(route) !== write) return route.continue();
    isOver = true;
    return fault(route);
  });
}

/** After the page was loaded again: goes on as long as something is left to do. */
async function goOn(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Continue' });
  await expect(again.or(reached(page))).toBeVisible();
  // what was left may come by itself while the person looks
  if (await again.isVisible()) await again.click({ timeout: 5000 }).catch(() => undefined);
}

interface Failing {
  readonly title: string;
  readonly kind: KindOfRun;
  readonly write: string;
  readonly fault: (route: Route) => Promise<void>;
  readonly error: (namespace: string, name: string) => ExpectedError;
}

const FAILING: readonly Failing[] = [
  {
    title: 'a write that is lost on the way',
    kind: JOINING,
    write: 'PATCH services',
    fault: (route) => route.abort(),
    error: (namespace, name) => ({ path: paths.services(namespace, name) }),
  },
  {
    title: 'a write that is answered with 500',
    kind: 'a label on the pod only',
    write: 'PATCH pods',
    fault: (route) =>
      route.fulfill({
        status: 500,
        json: {
          kind: 'Status',
          apiVersion: 'v1',
          status: 'Failure',
          reason: 'InternalError',
          code: 500,
          message: 'etcdserver: request timed out',
        },
      }),
    error: () => ({ status: 500, path: /\/pods\/virt-launcher-/ }),
  },
  {
    title: 'a write that is taken and its answer lost',
    kind: 'just this VM',
    write: 'POST services',
    fault: async (route) => {
      await route.fetch();
      await route.abort();
    },
    error: (namespace) => ({ path: paths.services(namespace) }),
  },
];

for (const { title, kind, write, fault, error } of FAILING) {
  test(`${title} (${kind}): Retry reaches the goal`, async ({ page, namespace }) => {
    const name = 'web';
    expectErrors(page, error(namespace, name));
    await expectGoals(kind, namespace, [name], async () => {
      await openReview(page, kind, namespace, name);
      await atWrite(page, write, fault);
      await applyAll(page, name);
      await expect(runFailed(page, name)).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expectVerified(page);
    });
  });
}

for (const { title, kind, write, isTaken } of [
  { title: 'a write is not answered yet', kind: 'a label now', write: 'PATCH virtualmachineinstances', isTaken: false },
  { title: 'a write is taken', kind: 'a label with a restart', write: 'PUT virtualmachines', isTaken: true },
] as const) {
  test(`the page is loaded again when ${title} (${kind}): it goes on to the goal`, async ({ page, namespace }) => {
    const name = 'web';
    if (isTaken) expectErrors(page, noInstance(paths.vmi(namespace, name)));
    await expectGoals(kind, namespace, [name], async () => {
      await openReview(page, kind, namespace, name);
      let arrived = () => {};
      const arrival = new Promise<void>((resolve) => (arrived = resolve));
      // never answered, and cut off when the page is loaded again
      await atWrite(page, write, async (route) => {
        if (isTaken) await route.fetch();
        arrived();
      });
      await applyAll(page, name);
      await arrival;
      await page.reload();
      await goOn(page);
      await expectVerified(page);
    });
  });
}

test('the page is loaded again while a step waits (a label now): it goes on to the goal', async ({
  page,
  namespace,
}) => {
  const name = 'web';
  await expectGoals('a label now', namespace, [name], async () => {
    await openReview(page, 'a label now', namespace, name);
    await applyAll(page, name);
    const step = /^Check for 5 seconds that the label is not reverted: In progress$/;
    await expect(page.getByRole('listitem', { name: step })).toBeVisible();
    await page.reload();
    await goOn(page);
    await expectVerified(page);
  });
});

test.afterAll(() => {
  console.log(`figure: kinds of fault tried in the browser: ${FAILING.length + 3}`);
});
