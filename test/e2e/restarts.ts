import { expect, type Page } from '@playwright/test';
import { expectVerified, next, wizardPath } from './exposeVm';
import { uidOfVmi } from '../local-cluster/specialVms';
import { readPods, type Vmi } from '../local-cluster/vms';
import { watchEvents } from '../local-cluster/watchEvents';

/** The label of these tests and the way to it that may be refused. */
export const TIER = { key: 'tier', value: 'backend' } as const;
export const RESTART = { name: 'backend', label: { ...TIER, when: 'Restart now' } } as const;

export const reviewSteps = (page: Page) => page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading');

/** The step of the wizard where the moment is chosen. */
export async function toSelection(page: Page, namespace: string): Promise<void> {
  await page.goto(wizardPath(namespace, 'web', '?name=backend'));
  await next(page);
  await next(page);
}

/** From there to Review, when the API server has answered for every write. */
export async function onToReview(page: Page): Promise<void> {
  await next(page);
  await expect(reviewSteps(page).first()).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
}

interface WatchedUids {
  readonly uids: () => Set<string>;
  readonly stop: () => void;
}

/** Every instance that a namespace has from now on, in order. */
export async function watchUids(namespace: string): Promise<WatchedUids> {
  const { events, stop } = await watchEvents<Vmi>(
    `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`,
  );
  return { uids: () => new Set(events.map(({ object }) => object.metadata.uid)), stop };
}

/** Reached, by the one instance of the VM `web` since `before`, whose pod carries the label. */
export async function expectRestartedOnce(
  page: Page,
  namespace: string,
  before: string,
  { uids, stop }: WatchedUids,
): Promise<void> {
  await expectVerified(page);
  const now = await uidOfVmi(namespace, 'web');
  expect(now).not.toBe(before);
  expect([...uids()]).toEqual([before, now]);
  stop();
  expect((await readPods(namespace, 'web')).map(({ metadata }) => metadata.labels?.tier)).toEqual(['backend']);
}
