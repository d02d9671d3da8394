import { expect, expectAccessible, picture, test } from './consolePage';
import { confirmAndApply, expectVerified, next, wizardPath } from './exposeVm';
import { api, paths } from '../local-cluster/localCluster';
import { reviewSteps } from './restarts';
import { makeService, makeVm, readVm, readyEndpoints } from '../local-cluster/vms';

const TIER = { tier: 'backend' } as const;

test('taking a label away tells which Service loses which VM, and the preview names whoever else is selected', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web', { templateLabels: { app: 'shop', keep: 'me' } });
  await makeVm(namespace, 'peer', { templateLabels: TIER });
  await makeService(namespace, 'shop', { app: 'shop' });
  await api('POST', paths.pods(namespace), {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'plain', namespace, labels: TIER },
    spec: { containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10' }] },
  });
  await expect.poll(async () => (await readyEndpoints(namespace, 'shop')).length).toBe(1);
  await page.goto(wizardPath(namespace, 'web', '?name=backend&label=tier%3Dbackend'));
  await next(page);
  await next(page);
  const preview = page.getByRole('region', { name: 'What the Service selects' });
  await expect(preview).toContainText('Selects web, now and after a restart.');
  await expect(preview.getByRole('row')).toHaveText([
    /^Name/,
    /^peer \(other VM\)\s*Also selected\s*Also selected$/,
    /^plain \(other pod\)\s*Also selected\s*Also selected$/,
  ]);
  const losses = page.getByText('Other Services lose a VM');
  await expect(losses).toHaveCount(0);
  await page.getByRole('button', { name: /^Other template labels/ }).click();
  await page.getByRole('button', { name: 'Remove app=shop', exact: true }).click();
  await expect(page.getByText('app=shop will be removed.')).toBeVisible();
  await expect(losses).toBeVisible();
  // beside the label that is taken away, and in the preview
  const others = page.getByRole('region', { name: /^Other template labels/ });
  for (const place of [others, preview])
    await expect(place.getByRole('listitem').filter({ hasText: 'shop' })).toHaveText(
      'After you apply, Service shop no longer selects web, because of a change to app.',
    );
  await picture(page, 'joining-losses');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'At the next restart' }).check();
  for (const place of [others, preview])
    await expect(place.getByRole('listitem').filter({ hasText: 'shop' })).toHaveText(
      'After the next restart of web, Service shop no longer selects it, because of a change to app.',
    );
  await page.getByRole('radio', { name: 'Now, without a restart' }).check();
  // it was told before, now it is done
  expect(await readyEndpoints(namespace, 'shop')).toHaveLength(1);
  await next(page);
  await expect(reviewSteps(page).first()).toBeVisible();
  await confirmAndApply(page, 'web');
  await expectVerified(page);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toEqual({ keep: 'me', tier: 'backend' });
  await expect.poll(() => readyEndpoints(namespace, 'shop')).toEqual([]);
});
