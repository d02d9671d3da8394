import { answered, expect, expectAccessible, expectErrors, picture, test } from './consolePage';
import { fillSelection, next, nextInVain, wizardPath } from './exposeVm';
import { paths } from '../local-cluster/localCluster';
import { makeService, makeVm } from '../local-cluster/vms';

test('names and ports are refused when they are left, with the rule, and nothing typed is lost', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  await makeService(namespace, 'taken', { app: 'other' });
  await page.goto(wizardPath(namespace, 'web'));
  const name = page.getByLabel('Service name');
  for (const [typed, rule] of [
    ['Web', /Start with a letter/],
    ['1web', /Start with a letter/],
    ['a'.repeat(64), /at most 63 characters/],
    ['', /Enter a name/],
    ['taken', /already has a Service with this name/],
  ] as const) {
    await name.fill(typed);
    await name.blur();
    await expect(page.getByText(rule)).toBeVisible();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await nextInVain(page);
  }
  await name.fill('web-service');
  const port = page.getByRole('textbox', { name: 'Port', exact: true });
  for (const typed of ['0', '65536', '80a', '-1', '8 0']) {
    await port.fill(typed);
    await port.blur();
    await expect(page.getByText('Enter a port from 1 to 65535.').first()).toBeVisible();
    await nextInVain(page);
  }
  await picture(page, 'wizard-problem');
  await expectAccessible(page);
  await page.reload();
  await expect(name).toHaveValue('web-service');
  await expect(port).toHaveValue('8 0');
});

test('a bad label, which would keep the VM from starting, is refused when it is left', async ({ page, namespace }) => {
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await next(page);
  await next(page);
  await fillSelection(page, { label: { key: 'ti er', value: 'x y', when: 'At the next restart' } });
  await nextInVain(page);
  await expect(page.getByText(/A VM cannot start with an invalid label key/)).toBeVisible();
  await expect(page.getByText(/A VM cannot start with an invalid label value/)).toBeVisible();
  for (const [key, rule] of [
    ['kubevirt.io/nodeName', /KubeVirt reserves this one/],
    ['vm.kubevirt.io/name', /KubeVirt sets this label on the pod/],
    ['Example.com/a', /a DNS name in lowercase/],
  ] as const) {
    await page.getByLabel('Label key').fill(key);
    await expect(page.getByText(rule)).toBeVisible();
  }
});

test('presets fill the wizard, and a preset that cannot be used is left out with a notice', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web');
  await page.goto(
    wizardPath(
      namespace,
      'web',
      '?port=443&targetPort=8443&type=ClusterIP&label=tier%3Dbackend&name=Not%20valid&color=red',
    ),
  );
  await expect(page.getByRole('textbox', { name: 'Port', exact: true })).toHaveValue('443');
  await expect(page.getByRole('textbox', { name: 'Target port' })).toHaveValue('8443');
  await expect(page.getByText('Some values of the link are not valid and were ignored')).toBeVisible();
  await expect(page.getByText('name=Not valid, color=red')).toBeVisible();
  await next(page);
  await next(page);
  await expect(page.getByLabel('Label key')).toHaveValue('tier');
  await expect(page.getByLabel('Label value')).toHaveValue('backend');
});

test('a VM that does not exist', async ({ page, namespace }) => {
  expectErrors(page, ...answered(404, paths.vm(namespace, 'nobody'), paths.vmi(namespace, 'nobody')));
  await page.goto(wizardPath(namespace, 'nobody'));
  await expect(
    page.getByRole('heading', { name: `Virtual machine nobody was not found in project ${namespace}` }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Select a virtual machine' }).click();
  await expect(page.getByRole('heading', { name: `No virtual machines in ${namespace}` })).toBeVisible();
});

test('a cluster without KubeVirt', async ({ page, namespace }) => {
  // discovery is what tells the console of a kind: without the group there is none
  await page.route(/\/api\/kubernetes\/apis(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const list = (await response.json()) as { items?: { metadata: { name: string } }[] };
    await route.fulfill({
      response,
      json: { ...list, items: list.items?.filter(({ metadata }) => !metadata.name.endsWith('kubevirt.io')) },
    });
  });
  await page.goto(wizardPath(namespace, 'web'));
  await expect(page.getByRole('heading', { name: 'This cluster has no virtual machines' })).toBeVisible();
  await expectAccessible(page);
});
