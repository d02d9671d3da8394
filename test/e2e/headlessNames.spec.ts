import { expect, expectAccessible, expectErrors, noInstance, test } from './consolePage';
import {
  confirmAndApply,
  fillPorts,
  fillSelection,
  next,
  resultAction,
  resultBox,
  resultHeading,
  selectAccess,
  tabPath,
  wizardPath,
} from './exposeVm';
import { verdictOf } from './tabRow';
import { api, lookUp, paths } from '../local-cluster/localCluster';
import { makeVm, readVm, readVmi } from '../local-cluster/vms';

/** The walk-through's headless part with its real values: VM `backendvm` under a name of its own. */
const VM = 'backendvm';
const SERVICE = 'mysubdomain';
const RADIO = 'A DNS name for each VM';

interface SliceList {
  readonly items: readonly {
    readonly endpoints?: readonly { readonly hostname?: string; readonly addresses: readonly string[] }[];
  }[];
}

test('a headless Service gives the VM a name of its own, and a second wizard finds that Service', async ({
  page,
  namespace,
}) => {
  expectErrors(page, noInstance(paths.vmi(namespace, VM)));
  const domain = `${SERVICE}.${namespace}.svc.cluster.local`;
  const name = `${VM}.${domain}`;
  await makeVm(namespace, VM, { templateLabels: { tier: 'backend' } });
  await page.goto(wizardPath(namespace, VM));
  await fillPorts(page, { name: SERVICE, port: '1234', targetPort: '1234' });
  await next(page);
  await selectAccess(page, RADIO);
  await next(page);
  await fillSelection(page, { label: { key: 'tier', value: 'backend' } });
  await page
    .getByRole('radiogroup', { name: 'When does the template change take effect?' })
    .getByRole('radio', { name: 'Restart now' })
    .check();
  await next(page);
  // a refused Service costs no restart: it comes first
  await expect(page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading')).toHaveText([
    /^Set subdomain to mysubdomain in the template of backendvm$|^Change the template of backendvm: subdomain: – → mysubdomain/,
    'Create Service mysubdomain',
    'Restart backendvm',
  ]);
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await confirmAndApply(page, VM);
  await expect(resultHeading(page)).toBeVisible({ timeout: 60_000 });

  const service = await api<{ spec: object }>('GET', paths.services(namespace, SERVICE));
  expect(service.spec).toMatchObject({
    clusterIP: 'None',
    selector: { tier: 'backend' },
    ports: [{ port: 1234, targetPort: 1234, protocol: 'TCP' }],
  });
  expect((await readVm(namespace, VM)).spec.template).toMatchObject({ spec: { subdomain: SERVICE } });
  const ip = (await readVmi(namespace, VM)).status.interfaces?.[0]?.ipAddress;
  const { items } = await api<SliceList>('GET', paths.slices(namespace, SERVICE));
  expect(items.flatMap(({ endpoints }) => endpoints ?? [])).toMatchObject([{ hostname: VM, addresses: [ip] }]);
  await expect.poll(() => lookUp(name).catch(() => [])).toEqual([ip]);
  await expect.poll(() => lookUp(domain).catch(() => [])).toEqual([ip]);
  await expect(resultBox(page)).toContainText(name);
  await expectAccessible(page);

  // the Service of the subdomain is used again instead of made twice
  await resultAction(page, 'Expose again');
  await next(page);
  await selectAccess(page, RADIO);
  await expect(
    page.getByText(`Headless Service ${SERVICE} already provides DNS names below this subdomain`),
  ).toBeVisible();
  await page.goto(tabPath(namespace, VM));
  await expect(verdictOf(page, SERVICE)).toContainText('Reachable');
});
