import type { Page } from '@playwright/test';
import { expect, expectAccessible, picture, test } from './consolePage';
import {
  confirmAndApply,
  expectVerified,
  next,
  nextInVain,
  pictureOf,
  resultAction,
  selectService,
  wizardPath,
} from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { uidOfVmi } from '../local-cluster/specialVms';
import { makeService, makeVm, readPods, readVm, readVmi, readyEndpoints } from '../local-cluster/vms';
import { recordWrites } from './writes';

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
  readonly nodePort?: number;
  readonly appProtocol?: string;
}
interface ServiceObject extends ApiObject {
  readonly spec: {
    readonly type?: string;
    readonly selector?: Record<string, string>;
    readonly ports: readonly ServicePort[];
  };
}

const TIER = { tier: 'backend' } as const;
const readService = (namespace: string, name: string) => api<ServiceObject>('GET', paths.services(namespace, name));
const serviceNames = async (namespace: string) =>
  (await api<{ items: ApiObject[] }>('GET', paths.services(namespace))).items
    .map(({ metadata }) => metadata.name)
    .sort();
const addressOf = async (namespace: string, vm: string) =>
  (await readVmi(namespace, vm)).status.interfaces?.[0]?.ipAddress;
const steps = (page: Page) => page.getByRole('list', { name: 'Steps', exact: true }).getByRole('heading');

/** A NodePort Service with what the wizard shows no field for. */
const makeNodePortService = (namespace: string, name: string) =>
  api<ServiceObject>('POST', paths.services(namespace), {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: {
      type: 'NodePort',
      selector: TIER,
      ports: [
        { name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' },
        { name: 'admin', port: 9000, targetPort: 9000, appProtocol: 'kubernetes.io/h2c' },
      ],
    },
  });

/** The template's, the VMI's and the pods' value of the label `tier`. */
const tiersOf = async (namespace: string, vm: string) => [
  (await readVm(namespace, vm)).spec.template.metadata?.labels?.tier,
  (await readVmi(namespace, vm)).metadata.labels?.tier,
  ...(await readPods(namespace, vm)).map(({ metadata }) => metadata.labels?.tier),
];

/** From step 1 to Review, where the API server has taken every write. */
async function onToReview(page: Page): Promise<void> {
  for (let step = 0; step < 3; step += 1) await next(page);
  await expect(steps(page).first()).toBeVisible();
  await expect(page.getByText('Dry run in progress')).toHaveCount(0);
  await expect(page.getByText('Dry run failed')).toHaveCount(0);
}

test('a VM is added to an existing Service, by the label that this selects, now', async ({ page, namespace }) => {
  await makeVm(namespace, 'old', { templateLabels: TIER });
  await makeVm(namespace, 'web', { templateLabels: { keep: 'me' } });
  await makeService(namespace, 'backend', TIER);
  const before = await readService(namespace, 'backend');
  const vmi = await uidOfVmi(namespace, 'web');
  await page.goto(wizardPath(namespace, 'web'));
  await selectService(page, 'backend');
  await expect(
    page.getByText('This Service also reaches old today. Its ports and access can be changed here.'),
  ).toBeVisible();
  await next(page);
  await next(page);
  const required = page.getByRole('grid', { name: 'Labels that Service backend requires' });
  await expect(required.getByRole('row').nth(1)).toContainText('New');
  await expect(page.getByRole('radio', { name: 'Now, without a restart' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'What the Service selects' })).toContainText('old (other VM)');
  await picture(page, 'joining-selection');
  await expectAccessible(page);
  await next(page);
  await expect(page.getByText('Dry run passed')).toHaveCount(3);
  await expect(steps(page)).toHaveText([
    'Add label tier=backend to the template of web',
    'Add label tier=backend to the running instance of web',
    /^Add label tier=backend to the running pod virt-launcher-web-/,
  ]);
  await confirmAndApply(page, 'web');
  await expectVerified(page);
  const addresses = await Promise.all(['old', 'web'].map((vm) => addressOf(namespace, vm)));
  expect((await readyEndpoints(namespace, 'backend')).sort()).toEqual(addresses.sort());
  expect(await serviceNames(namespace)).toEqual(['backend']);
  const after = await readService(namespace, 'backend');
  expect({ uid: after.metadata.uid, annotations: after.metadata.annotations, spec: after.spec }).toEqual({
    uid: before.metadata.uid,
    annotations: before.metadata.annotations,
    spec: before.spec,
  });
  expect(await tiersOf(namespace, 'web')).toEqual(['backend', 'backend', 'backend']);
  expect(await uidOfVmi(namespace, 'web')).toBe(vmi);

  await resultAction(page, 'Undo');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.getByText('All changes of this run were undone')).toBeVisible();
  expect(await tiersOf(namespace, 'web')).toEqual([undefined, undefined, undefined]);
  expect((await readVm(namespace, 'web')).spec.template.metadata?.labels).toEqual({ keep: 'me' });
  expect(await tiersOf(namespace, 'old')).toEqual(['backend', 'backend', 'backend']);
  expect(await serviceNames(namespace)).toEqual(['backend']);
});

test('only the ports of a Service are changed through its link; node ports and what has no field stay; Undo gives them back', async ({
  page,
  namespace,
}) => {
  await makeVm(namespace, 'web', { templateLabels: TIER });
  const made = await makeNodePortService(namespace, 'backend');
  const writes = recordWrites(page);
  await page.goto(wizardPath(namespace, 'web', '?service=backend'));
  await expect(page.getByRole('radio', { name: 'Use an existing Service' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Target port' }).first()).toHaveValue('8080');
  await page.getByRole('textbox', { name: 'Target port' }).first().fill('8081');
  // a target port that is the port follows it
  await page.getByRole('textbox', { name: 'Port', exact: true }).nth(1).fill('9001');
  await next(page);
  await next(page);
  await expect(page.getByText('All labels are already set. The VM is not changed.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Now, without a restart' })).toHaveCount(0);
  await next(page);
  await expect(page.getByText('Dry run passed')).toHaveCount(1);
  await expect(steps(page)).toHaveText(
    'Change the ports of Service backend from 80/TCP → 8080, 9000/TCP to 80/TCP → 8081, 9001/TCP',
  );
  await picture(page, 'joining-ports');
  await confirmAndApply(page, 'web');
  await expectVerified(page);
  await expect(pictureOf(page)).toContainText('80/TCP → 8081');
  const changed = await readService(namespace, 'backend');
  expect(changed.metadata.uid).toBe(made.metadata.uid);
  expect(changed.spec.type).toBe('NodePort');
  expect(changed.spec.ports).toEqual([
    { ...made.spec.ports[0], targetPort: 8081 },
    { ...made.spec.ports[1], port: 9001, targetPort: 9001 },
  ]);
  expect(made.spec.ports[0]?.nodePort).toBeGreaterThan(0);

  await resultAction(page, 'Undo');
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([
    'Change the ports of Service backend from 80/TCP → 8081, 9001/TCP to 80/TCP → 8080, 9000/TCP',
  ]);
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.getByText('All changes of this run were undone')).toBeVisible();
  expect((await readService(namespace, 'backend')).spec).toEqual(made.spec);
  expect(writes).toEqual(['PATCH services/backend', 'PATCH services/backend']);
});

test('ports and label together; Undo gives both back', async ({ page, namespace }) => {
  await makeVm(namespace, 'web', { templateLabels: { tier: 'frontend' } });
  const made = await makeNodePortService(namespace, 'backend');
  await page.goto(wizardPath(namespace, 'web', '?service=backend'));
  await page.getByRole('textbox', { name: 'Target port' }).first().fill('8081');
  await onToReview(page);
  await confirmAndApply(page, 'web');
  await expectVerified(page);
  expect((await readService(namespace, 'backend')).spec.ports).toEqual([
    { ...made.spec.ports[0], targetPort: 8081 },
    made.spec.ports[1],
  ]);
  expect(await tiersOf(namespace, 'web')).toEqual(['backend', 'backend', 'backend']);
  await resultAction(page, 'Undo');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.getByText('All changes of this run were undone')).toBeVisible();
  expect((await readService(namespace, 'backend')).spec).toEqual(made.spec);
  expect(await tiersOf(namespace, 'web')).toEqual(['frontend', 'frontend', 'frontend']);
});

test('a Service that goes by the id of another VM cannot be joined', async ({ page, namespace }) => {
  await makeVm(namespace, 'other');
  await makeVm(namespace, 'web');
  await makeService(namespace, 'of-other', { 'vmi.kubevirt.io/id': 'other' });
  await makeService(namespace, 'of-web', { 'vmi.kubevirt.io/id': 'web' });
  await page.goto(wizardPath(namespace, 'web'));
  const refusal = page.getByText(
    'Select another Service. This one selects a single VM by a label that only KubeVirt sets.',
  );
  await selectService(page, 'of-other');
  await expect(refusal).toBeVisible();
  await nextInVain(page);
  await expect(page.getByRole('button', { name: 'Review' })).toBeDisabled();
  await picture(page, 'joining-refused');
  await expectAccessible(page);
  // its own is another matter: there is nothing to do
  await selectService(page, 'of-web');
  await expect(refusal).toHaveCount(0);
  await next(page);
  await next(page);
  await expect(page.getByText('Set by KubeVirt')).toBeVisible();
  await expect(page.getByText('All labels are already set. The VM is not changed.')).toBeVisible();
});
