import { expect, expectAccessible, picture, test } from './consolePage';
import { apply, next, toReview, wizardPath } from './exposeVm';
import { api } from '../local-cluster/localCluster';
import { expectRunning, makeSpecialVm, templateOf } from '../local-cluster/specialVms';

/** VMs that something else manages: Review names the owner and its field. */
const LATER = {
  name: 'backend',
  port: '80',
  targetPort: '8080',
  label: { key: 'tier', value: 'backend', when: 'At the next restart' },
} as const;

for (const [tool, marks, sentence] of [
  [
    'Argo CD',
    { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:kubevirt.io/VirtualMachine:prod/web' } },
    'VirtualMachine web is managed by Argo CD application shop, which can revert this change. Change spec.template.metadata.labels in its source instead.',
  ],
  [
    'Helm',
    { labels: { 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'meta.helm.sh/release-name': 'shop' } },
    'VirtualMachine web belongs to Helm release shop, and an upgrade can revert this change. Change spec.template.metadata.labels in the chart or its values.',
  ],
] as const) {
  test(`a VM that ${tool} manages: the field of the owner is named`, async ({ page, namespace }) => {
    await makeSpecialVm(namespace, 'web', marks);
    await page.goto(wizardPath(namespace, 'web'));
    await toReview(page, LATER);
    await expect(page.getByText('web is managed by another tool that can undo this change')).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(apply(page)).toBeEnabled();
    // nothing of the VM is changed for just this VM: then there is nothing to undo
    await page.getByRole('button', { name: 'VM selection', exact: true }).click();
    await page.getByRole('radio', { name: 'This VM only' }).check();
    await next(page);
    await expect(page.getByRole('list', { name: 'Steps', exact: true })).toBeVisible();
    await expect(page.getByText('web is managed by another tool that can undo this change')).toHaveCount(0);
  });
}

test("a VM of a VirtualMachinePool: the pool's own field is named", async ({ page, namespace }) => {
  const selector = { pool: 'web' };
  await api('POST', `/apis/pool.kubevirt.io/v1beta1/namespaces/${namespace}/virtualmachinepools`, {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'web', namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: selector },
      virtualMachineTemplate: {
        metadata: { labels: selector },
        spec: { runStrategy: 'Always', template: templateOf({ templateLabels: selector }) },
      },
    },
  });
  await expectRunning(namespace, 'web-0');
  await page.goto(wizardPath(namespace, 'web-0'));
  await toReview(page, LATER);
  await expect(
    page.getByText(
      'VirtualMachine web-0 belongs to VirtualMachinePool web, which recreates its VMs from its own template. Change spec.virtualMachineTemplate.spec.template.metadata.labels of the pool, too.',
    ),
  ).toBeVisible();
  await picture(page, 'review-pool');
  await expectAccessible(page);
});
