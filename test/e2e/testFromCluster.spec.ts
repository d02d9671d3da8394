import type { Page } from '@playwright/test';
import { actAs, expect, expectAccessible, picture, test } from './consolePage';
import { confirmAndApply, toReview, wizardPath } from './exposeVm';
import { api, cluster, paths, type ApiObject } from '../local-cluster/localCluster';
import { giveUsualRights } from './namespaceUsers';
import { makeVm } from '../local-cluster/vms';

interface JobObject extends ApiObject {
  readonly spec: {
    readonly ttlSecondsAfterFinished: number;
    readonly activeDeadlineSeconds: number;
    readonly backoffLimit: number;
  };
  readonly status: { readonly succeeded?: number };
}

const jobs = async (namespace: string) => (await api<{ items: JobObject[] }>('GET', paths.jobs(namespace))).items;
const start = (page: Page) => page.getByRole('button', { name: 'Test from the cluster', exact: true });
const result = (page: Page, check: string) =>
  page
    .getByRole('grid', { name: 'Results of the test' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: check, exact: true }) });

/** Exposes the VM `web` as the Service `backend` and stays at its result. */
async function toResult(page: Page, namespace: string): Promise<void> {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', port: '80', targetPort: '8080' });
  await confirmAndApply(page, 'web');
  await expect(page.getByText('They are equal')).toBeVisible({ timeout: 60_000 });
}

test('a Job under restricted pod security resolves all names by the real DNS, and says why it cannot connect', async ({
  page,
  namespace,
}) => {
  test.skip(!cluster.runsCommands, `The local cluster runs no commands here: ${cluster.whyNot ?? ''}`);
  await giveUsualRights('vm-admin', namespace);
  await actAs(page, 'vm-admin');
  await toResult(page, namespace);
  await api('PATCH', `/api/v1/namespaces/${namespace}`, [
    { op: 'add', path: '/metadata/labels/pod-security.kubernetes.io~1enforce', value: 'restricted' },
  ]);
  await expect(start(page)).toBeDisabled();
  await expect(page.getByText('Enter an image to run the test.')).toBeVisible();
  await page.getByLabel('Image of the test').fill('registry.example.com/tools:1');
  expect(await jobs(namespace)).toEqual([]);
  await start(page).click();

  const [address = ''] = (await api<{ spec: { clusterIPs: string[] } }>('GET', paths.services(namespace, 'backend')))
    .spec.clusterIPs;
  const names = [`backend.${namespace}.svc.cluster.local`, `backend.${namespace}`, 'backend'];
  for (const name of names) {
    await expect(result(page, `DNS name ${name}`).getByRole('gridcell')).toHaveText(
      [`DNS name ${name}`, 'resolved', address, 'the same'],
      { timeout: 60_000 },
    );
  }
  // there is no data path on the local cluster
  await expect(result(page, `TCP connection to ${names[0]}, port 80`)).toContainText('Network is unreachable');
  await expect(page.getByText('Tests that did not pass: 1 of 4')).toBeVisible();
  await page.getByRole('button', { name: 'Log of the test' }).click();
  await expect(page.getByText(`$ getent ahosts ${names[0]}`)).toBeVisible();
  await picture(page, 'test-from-cluster');
  await expectAccessible(page);

  await expect
    .poll(async () => (await jobs(namespace)).map(({ spec, status }) => ({ ...status, ...spec })))
    .toMatchObject([{ succeeded: 1, ttlSecondsAfterFinished: 60, activeDeadlineSeconds: 60, backoffLimit: 0 }]);
});

test(
  'what is created is shown before it is, and a cancelled test leaves nothing',
  { tag: '@alone' },
  async ({ page, namespace }) => {
    await toResult(page, namespace);
    await page.getByLabel('Image of the test').fill('registry.example.com/tools:1');
    await page.getByRole('button', { name: 'What is created' }).click();
    await expect(page.getByText('ttlSecondsAfterFinished: 60')).toBeVisible();
    await page.getByRole('button', { name: 'The same as a command' }).click();
    await expect(page.getByRole('region', { name: 'The same as a command' })).toContainText(
      `oc run expose-vm-test -n ${namespace} --rm -i`,
    );
    await expectAccessible(page);
    // no node is left for the pod, so that the test lasts until it is cancelled
    const nodes = (await api<{ items: ApiObject[] }>('GET', '/api/v1/nodes')).items.map(
      ({ metadata }) => metadata.name,
    );
    const cordon = (isCordoned: boolean) =>
      Promise.all(
        nodes.map((name) =>
          api('PATCH', `/api/v1/nodes/${name}`, [{ op: 'add', path: '/spec/unschedulable', value: isCordoned }]),
        ),
      );
    try {
      await cordon(true);
      await start(page).click();
      await expect(page.getByText('Waiting for a node that takes the pod: Unschedulable')).toBeVisible();
      expect(await jobs(namespace)).toHaveLength(1);
      await page.getByRole('button', { name: 'Cancel the test' }).click();
      await expect(page.getByText('The test was cancelled, and its Job deleted.')).toBeVisible();
    } finally {
      await cordon(false);
    }
    await expect.poll(() => jobs(namespace)).toEqual([]);
    await expect
      .poll(
        async () =>
          (await api<{ items: ApiObject[] }>('GET', paths.pods(namespace, '?labelSelector=expose-vm%2Ftest'))).items,
      )
      .toEqual([]);
  },
);
