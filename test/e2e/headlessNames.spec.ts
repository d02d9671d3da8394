import { expect, expectAccessible, test } from './consolePage';
import { confirmAndApply, fillPorts, fillSelection, next, resultOf, tabPath, wizardPath } from './exposeVm';
import { api, lookUp, paths } from './localCluster';
import { makeVm, readVm, readVmi, removeService } from './vms';

/** The walk-through's headless part with its real values: VM `backendvm` in `prod2` under a name of its own. */
const NAMESPACE = 'prod2';
const VM = 'backendvm';
const SERVICE = 'mysubdomain';
const NAME = `${VM}.${SERVICE}.${NAMESPACE}.svc.cluster.local`;
const RADIO = 'Each virtual machine under its own name (headless)';

interface SliceList {
  readonly items: readonly {
    readonly endpoints?: readonly { readonly hostname?: string; readonly addresses: readonly string[] }[];
  }[];
}

test.afterAll(() => removeService(NAMESPACE, SERVICE));

test('a headless Service gives the VM a name of its own, and a second wizard finds that Service', async ({
  page,
  pageErrors,
}) => {
  await removeService(NAMESPACE, SERVICE);
  await makeVm(NAMESPACE, VM, { templateLabels: { tier: 'backend' } });
  await page.goto(wizardPath(NAMESPACE, VM));
  await fillPorts(page, { name: SERVICE, port: '1234', targetPort: '1234' });
  await next(page);
  await page.getByRole('radio', { name: RADIO }).check();
  await next(page);
  await fillSelection(page, { label: { key: 'tier', value: 'backend' } });
  await page
    .getByRole('radiogroup', { name: 'When does the change of the template take effect?' })
    .getByRole('radio', { name: 'Restart now' })
    .check();
  await next(page);
  // a refused Service costs no restart: it comes first
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    /^Change the template of backendvm: subdomain: mysubdomain/,
    'Create the Service mysubdomain',
    'Restart the virtual machine backendvm',
    'Wait until backendvm runs again with the label',
    /^Wait until the Service mysubdomain has a ready endpoint that is backendvm/,
  ]);
  await expect(page.getByText('asking the API server')).toHaveCount(0);
  await confirmAndApply(page, VM);
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible({ timeout: 60_000 });

  const service = await api<{ spec: object }>('GET', paths.services(NAMESPACE, SERVICE));
  expect(service.spec).toMatchObject({
    clusterIP: 'None',
    selector: { tier: 'backend' },
    ports: [{ port: 1234, targetPort: 1234, protocol: 'TCP' }],
  });
  expect((await readVm(NAMESPACE, VM)).spec.template).toMatchObject({ spec: { subdomain: SERVICE } });
  const ip = (await readVmi(NAMESPACE, VM)).status.interfaces?.[0]?.ipAddress;
  const { items } = await api<SliceList>('GET', paths.slices(NAMESPACE, SERVICE));
  expect(items.flatMap(({ endpoints }) => endpoints ?? [])).toMatchObject([{ hostname: VM, addresses: [ip] }]);
  await expect.poll(() => lookUp(NAME).catch(() => [])).toEqual([ip]);
  await expect.poll(() => lookUp(`${SERVICE}.${NAMESPACE}.svc.cluster.local`).catch(() => [])).toEqual([ip]);
  await expect(resultOf(page, 'Names of the virtual machines')).toContainText(NAME);
  await expect(resultOf(page, 'Names of the virtual machines')).toContainText('DNS knows it now.');
  await expectAccessible(page);

  // the Service of the subdomain is used again instead of made twice
  await page.getByRole('button', { name: 'Expose it once more' }).click();
  await next(page);
  await page.getByRole('radio', { name: RADIO }).check();
  await expect(page.getByText(new RegExp(`${SERVICE}`)).first()).toBeVisible();
  await page.goto(tabPath(NAMESPACE, VM));
  await expect(
    page.getByRole('row').filter({ has: page.getByRole('link', { name: SERVICE, exact: true }) }),
  ).toContainText('reaches');
  // between two instances there is none, which the browser's log tells
  pageErrors.splice(0, pageErrors.length, ...pageErrors.filter((error) => !error.includes('status of 404')));
});
