import type { Page } from '@playwright/test';
import { actAs, expect, expectAccessible, picture, test } from './consolePage';
import { confirmAndApply, reached, resultHeading, toReview, wizardPath } from './exposeVm';
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
const start = (page: Page) => page.getByRole('button', { name: 'Run connection test', exact: true });
const results = (page: Page) => page.getByRole('list', { name: 'Results of the test' });
/** Starts a test with an image that is asked for. */
async function startWithImage(page: Page): Promise<void> {
  await start(page).click();
  const dialog = page.getByRole('dialog', { name: 'Test image' });
  await dialog.getByLabel('Image').fill('registry.example.com/tools:1');
  await dialog.getByRole('button', { name: 'Run connection test' }).click();
}

/** Exposes the VM `web` as the Service `backend` and stays at its result. */
async function toResult(page: Page, namespace: string): Promise<void> {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { name: 'backend', port: '80', targetPort: '8080' });
  await confirmAndApply(page, 'web');
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
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
  expect(await jobs(namespace)).toEqual([]);
  await startWithImage(page);

  const [address = ''] = (await api<{ spec: { clusterIPs: string[] } }>('GET', paths.services(namespace, 'backend')))
    .spec.clusterIPs;
  const names = [`backend.${namespace}.svc.cluster.local`, `backend.${namespace}`, 'backend'];
  for (const name of names) await expect(results(page)).toContainText(`${name} → ${address}`, { timeout: 60_000 });
  // nothing listens in the guest; where the local cluster carries no traffic, there is no way to it
  const why = cluster.dataPath.socket ? 'Connection refused' : 'Network is unreachable';
  await expect(results(page)).toContainText(`80/TCP did not answer: ${why}`);
  await expect(page.getByText('1 of 4 checks failed')).toBeVisible();
  await expect(resultHeading(page)).toContainText('Configuration is OK, but 80/TCP did not answer');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
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
    await page.getByRole('button', { name: 'What runs' }).click();
    await expect(page.getByText('ttlSecondsAfterFinished: 60')).toBeVisible();
    await expect(page.getByText(`oc run expose-vm-test -n ${namespace} --rm -i`)).toBeVisible();
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
      await startWithImage(page);
      await expect(page.getByText('Waiting for a node for the test pod: Unschedulable')).toBeVisible();
      expect(await jobs(namespace)).toHaveLength(1);
      await page.getByRole('button', { name: 'Cancel test' }).click();
      await expect(page.getByText('The test was canceled, and its Job was deleted')).toBeVisible();
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
