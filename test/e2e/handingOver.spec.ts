import { loadAll } from 'js-yaml';
import type { Page } from '@playwright/test';
import { actAs, answered, expect, expectErrors, noInstance, test } from './consolePage';
import { apply, confirmAndApply, reached, toReview, wizardPath } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { giveRights, LOOKING } from './namespaceUsers';
import { makeVm } from '../local-cluster/vms';
import { recordWrites } from './writes';

/** What Review hands over to someone who has permission: the manifest, and the commands. */
const TIER = { key: 'tier', value: 'backend' } as const;
const PORTS = { name: 'backend', port: '80', targetPort: '8080' } as const;
const LATER = { ...PORTS, label: { ...TIER, when: 'At the next restart' } } as const;

/** The text of an entry of the menu Export that downloads it. */
async function downloadOf(page: Page, name: string, mime: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const entry = page.getByRole('menuitem', { name });
  await expect(entry).toBeEnabled();
  const href = (await entry.getAttribute('href')) ?? '';
  await page.keyboard.press('Escape');
  const prefix = `data:${mime};charset=utf-8,`;
  expect(href.startsWith(prefix)).toBe(true);
  return decodeURIComponent(href.slice(prefix.length));
}

interface ServiceObject extends ApiObject {
  readonly kind: string;
  readonly spec: {
    readonly selector: object;
    readonly ports: readonly { readonly port: number; readonly targetPort: number }[];
  };
}

test('the manifest and the commands that can be downloaded do what Apply does', async ({ page, namespace }) => {
  expectErrors(page, noInstance(paths.vmi(namespace, 'web')));
  await makeVm(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, { ...PORTS, label: { ...TIER, when: 'Restart now' } });
  const manifest = await downloadOf(page, 'Download manifest', 'application/yaml');
  const script = await downloadOf(page, 'Download commands', 'text/x-shellscript');
  const objects = (loadAll(manifest) as (ServiceObject | null)[]).flatMap((object) => object ?? []);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['Service backend']);
  // what is no object stands in the manifest as comments, in order
  const comments = manifest
    .split('\n')
    .filter((line) => line.startsWith('# '))
    .join('\n');
  expect(comments.indexOf('oc patch virtualmachine web')).toBeGreaterThanOrEqual(0);
  expect(comments.indexOf('virtctl restart web')).toBeGreaterThan(comments.indexOf('oc patch virtualmachine web'));
  const inOrder = [
    `oc patch virtualmachine web -n ${namespace} --type=json`,
    "oc create -f - <<'EOF'",
    `virtctl restart web -n ${namespace}`,
  ].map((command) => script.indexOf(command));
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  expect(inOrder[0]).toBeGreaterThan(0);
  expect(script).toContain('set -e');

  await confirmAndApply(page, 'web');
  await expect(reached(page)).toBeVisible({ timeout: 60_000 });
  const made = await api<ServiceObject>('GET', paths.services(namespace, 'backend'));
  expect(made.spec.selector).toEqual(objects[0]?.spec.selector);
  expect(made.spec.ports).toEqual(objects[0]?.spec.ports);
  expect(made.metadata.annotations).toEqual(objects[0]?.metadata.annotations);
});

test('a viewer can apply nothing, and is told to hand the manifest or the commands over', async ({
  page,
  namespace,
}) => {
  // the first two are the steps, tried in a dry run
  expectErrors(
    page,
    ...answered(
      403,
      paths.vm(namespace, 'web'),
      paths.services(namespace),
      paths.namespace(namespace),
      paths.networkDefinitions(namespace),
    ),
  );
  await makeVm(namespace, 'web');
  await giveRights('viewer', namespace, [
    ...LOOKING,
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['get', 'list', 'watch'] },
  ]);
  await actAs(page, 'viewer');
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web'));
  await toReview(page, LATER);
  await expect(page.getByText("You don't have permission to make some of these changes")).toBeVisible();
  await expect(page.getByText('Copy the request and send it to someone who has permission.')).toBeVisible();
  await expect(page.getByText('No permission', { exact: true })).toHaveCount(2);
  await expect(apply(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy request' })).toBeEnabled();
  const [object] = (
    loadAll(await downloadOf(page, 'Download manifest', 'application/yaml')) as (ServiceObject | null)[]
  ).flatMap((each) => each ?? []);
  expect(object?.spec.selector).toEqual({ tier: 'backend' });
  expect(await downloadOf(page, 'Download commands', 'text/x-shellscript')).toContain(
    `oc patch virtualmachine web -n ${namespace}`,
  );
  expect(writes).toEqual([]);
});
