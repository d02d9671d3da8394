import { expect, type CDPSession, type Page } from '@playwright/test';

/** What the browser notes while a page is looked at. */
interface Noted {
  readonly firstRow: number | undefined;
  readonly longTasks: readonly number[];
}

/** When the first row of a table has come, and how long tasks have kept the page, from the page's beginning on. */
export async function noteSpeed(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: { firstRow: number | undefined; longTasks: number[] } = { firstRow: undefined, longTasks: [] };
    Object.assign(window, { notedSpeed: noted });
    new PerformanceObserver((list) =>
      noted.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    new MutationObserver(() => {
      if (noted.firstRow === undefined && document.querySelector('main table tbody a'))
        noted.firstRow = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
}

const noted = (page: Page): Promise<Noted> =>
  page.evaluate(() => (window as unknown as { notedSpeed: Noted }).notedSpeed);

/**
 * Opens a page, and waits for the first row and for all of its lists: long ones come part by part, and a page that
 * still reads them has less to show and more to do.
 */
export async function openWithLists(page: Page, url: string): Promise<void> {
  let lastAnswer = Date.now();
  const note = (): void => {
    lastAnswer = Date.now();
  };
  page.on('requestfinished', note);
  await page.goto(url);
  await expect(page.getByRole('main').locator('tbody').getByRole('link').first()).toBeVisible({ timeout: 120_000 });
  await expect.poll(() => Date.now() - lastAnswer, { timeout: 120_000, intervals: [500] }).toBeGreaterThan(3000);
  page.off('requestfinished', note);
}

/** Milliseconds from the last answer of a list that came before it until the first row was there. */
export async function firstRowAfterData(page: Page): Promise<number> {
  const { firstRow = Number.NaN } = await noted(page);
  const lastAnswer = await page.evaluate(
    (until) =>
      Math.max(
        0,
        ...performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('/api/kubernetes/'))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
          .filter((end) => end <= until),
      ),
    firstRow,
  );
  return firstRow - lastAnswer;
}

/** The longest task that some work causes, in milliseconds; 0 where none is long, which is 50. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const { longTasks: before } = await noted(page);
  await work();
  const { longTasks } = await noted(page);
  return Math.max(0, ...longTasks.slice(before.length));
}

/**
 * Milliseconds from each key that is typed into the focused field until the page has been painted after it.
 * @param pauseMs between two keys; long enough, a list follows each of them
 */
export async function keyTimes(page: Page, text: string, pauseMs: number): Promise<number[]> {
  const times: number[] = [];
  for (const key of text) {
    await page.evaluate(() =>
      Object.assign(window, {
        keyPainted: new Promise<number>((resolve) =>
          document.addEventListener(
            'keydown',
            ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp), 0)),
            { once: true, capture: true },
          ),
        ),
      }),
    );
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => (window as unknown as { keyPainted: Promise<number> }).keyPainted));
    await page.waitForTimeout(pauseMs);
  }
  return times;
}

/** Megabytes of the page's objects that are still in use. */
export async function usedMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}
