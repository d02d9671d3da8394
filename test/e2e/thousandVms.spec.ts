import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './consolePage';
import { firstRowAfterData, keyTimes, longestTask, noteSpeed, openWithLists, usedMegabytes } from './pageSpeed';
import { api, paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

/**
 * The page Exposed VMs with many VMs, beside the stand-in's plain list of them; `npm run bench:page` asks for more. Its
 * name makes it the last of those that run alone: the controllers are busy with its VMs for a while after it.
 */
const { SCALE_VMS = '1000', SCALE_SERVICES = '200', SCALE_EVENTS = '200', SCALE_SEEDED = '' } = process.env;
/** What `npm run seed` calls its first project. */
const MANY = 'seed-001';
const TYPED = 'service-0001';
/** How long the controllers may be busy with new VMs; with ten thousand that takes them longer than to make these. */
const SETTLING_MS = SCALE_SEEDED ? 1_800_000 : 300_000;

function seed(...options: string[]): void {
  const script = path.join(test.info().config.rootDir, '../../dev/seed.mjs');
  execFileSync(process.execPath, [script, ...options], { stdio: 'inherit' });
}

/** Of one page; milliseconds but for the last. */
interface Figures extends Readonly<Record<string, number>> {
  readonly firstRowMs: number;
  /** of the slowest key, typed as quickly as the page paints, and with pauses in which the list follows each key */
  readonly keyMs: number;
  readonly pausedKeyMs: number;
  /** the longest task while the list follows what is typed */
  readonly filterTaskMs: number;
  readonly scrollTaskMs: number;
  readonly megabytes: number;
}

/** Opens a page with a table, types into its search and scrolls. */
async function measure(page: Page, url: string, hasSearch: boolean): Promise<Figures> {
  await openWithLists(page, url);
  const firstRowMs = await firstRowAfterData(page);
  const scrollTaskMs = await longestTask(page, async () => {
    await page.mouse.move(600, 500);
    for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 600);
    await page.mouse.wheel(0, -6000);
  });
  let typing = { keyMs: 0, pausedKeyMs: 0, filterTaskMs: 0 };
  if (hasSearch) {
    const search = page.getByRole('main').getByRole('textbox').first();
    await search.focus();
    const keyMs = Math.max(...(await keyTimes(page, TYPED, 0)));
    await search.fill('');
    await page.waitForTimeout(500);
    let paused: number[] = [];
    const filterTaskMs = await longestTask(page, async () => {
      paused = await keyTimes(page, TYPED, 200);
    });
    typing = { keyMs, pausedKeyMs: Math.max(...paused), filterTaskMs };
  }
  const session = await page.context().newCDPSession(page);
  const megabytes = await usedMegabytes(session);
  await session.detach();
  return { firstRowMs, ...typing, scrollTaskMs, megabytes };
}

const report = (what: string, figures: Readonly<Record<string, number>>): void => {
  const rounded = Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 10) / 10] as const);
  console.log(`figure: ${JSON.stringify({ page: what, vms: Number(SCALE_VMS), ...Object.fromEntries(rounded) })}`);
};

/** Waits until the controllers have done with new VMs: the page is measured, not they. */
async function settled(): Promise<void> {
  const versions = async () => {
    const { items } = await api<{ items: { metadata: { resourceVersion: string } }[] }>('GET', paths.vms(MANY));
    return items.map(({ metadata }) => metadata.resourceVersion).join(' ');
  };
  let before = '';
  await expect
    .poll(
      async () => {
        const last = before;
        before = await versions();
        return before === last;
      },
      { timeout: SETTLING_MS, intervals: [3000] },
    )
    .toBe(true);
}

/** Changes Services as quickly as the API server takes it; each change of another number is another one. */
async function churn(from: number, to: number): Promise<void> {
  const { items } = await api<{ items: { metadata: { name: string } }[] }>('GET', paths.services(MANY));
  for (let event = from; event < to; event += 4)
    await Promise.all(
      [0, 1, 2, 3].map((at) =>
        api('PATCH', paths.services(MANY, items[(event + at) % items.length]?.metadata.name), [
          { op: 'add', path: '/metadata/labels/churn', value: `e${event + at}` },
        ]),
      ),
    );
}

/** Megabytes after the changes of some numbers, when the page has shown them. */
async function megabytesAfter(from: number, to: number, page: Page, session: CDPSession): Promise<number> {
  await churn(from, to);
  await page.waitForTimeout(3000);
  return usedMegabytes(session);
}

test('many VMs cost little more than few', { tag: '@alone' }, async ({ page, namespace }) => {
  test.setTimeout(SETTLING_MS + 600_000);
  if (!SCALE_SEEDED) seed('--vms', SCALE_VMS, '--services', SCALE_SERVICES, '--running', '10', '--projects', '1');
  try {
    await settled();
    await noteSpeed(page);
    await makeVm(namespace, 'web', { templateLabels: { app: 'web' }, runStrategy: 'Halted' });
    await makeService(namespace, 'front', { app: 'web' });
    const few = await measure(page, `/exposed-vms/ns/${namespace}`, true);
    const plain = await measure(page, `/k8s/ns/${MANY}/kubevirt.io~v1~VirtualMachine`, false);
    const many = await measure(page, `/exposed-vms/ns/${MANY}`, true);
    const session = await page.context().newCDPSession(page);
    const events = Number(SCALE_EVENTS);
    const afterHalf = await megabytesAfter(0, events / 2, page, session);
    const afterAll = await megabytesAfter(events / 2, events, page, session);
    report('Exposed VMs, one VM', few);
    report('plain list of VMs', plain);
    report('Exposed VMs', {
      ...many,
      events,
      megabytesAfterHalf: afterHalf,
      megabytesAfterEvents: afterAll,
    });
    expect(many.firstRowMs).toBeLessThan(Math.max(6 * few.firstRowMs, 3000));
    expect(many.keyMs).toBeLessThan(Math.max(6 * few.keyMs, 100));
    expect(many.pausedKeyMs).toBeLessThan(Math.max(6 * few.pausedKeyMs, 100));
    // a list that follows renders a page of new rows, as the plain list does when it is scrolled
    expect(many.filterTaskMs).toBeLessThan(Math.max(200, 2 * plain.scrollTaskMs));
    expect(many.scrollTaskMs).toBeLessThan(Math.max(200, 2 * plain.scrollTaskMs));
    expect(many.megabytes).toBeLessThan(4 * plain.megabytes);
    expect(afterAll).toBeLessThan(1.1 * afterHalf + 5);
    // each minute the console reads all lists again, and the page keeps the objects that it knows
    expect(afterAll).toBeLessThan((SCALE_SEEDED ? 2 : 1.5) * many.megabytes + 5);
  } finally {
    if (!SCALE_SEEDED) seed('--clean');
  }
});
