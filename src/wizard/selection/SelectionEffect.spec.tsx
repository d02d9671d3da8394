import { screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aPod, aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { button, chooseLabel, fill, next, openWizard, previewAsked } from '../../../test/components/exposePage';
import { sdk } from '../../../test/components/sdkStub';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { Service } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';

const BACKEND = { tier: 'backend' };
const preview = () => screen.queryByRole('region', { name: 'What the Service selects' });
/** A VM whose pod says whose it is, as KubeVirt has it say. */
const named = ({ pods, ...seen }: SeenVm): SeenVm => ({
  ...seen,
  pods: pods.map((pod) => ({
    ...pod,
    metadata: { ...pod.metadata, annotations: { 'kubevirt.io/domain': seen.vm.metadata?.name ?? '' } },
  })),
});
/** Another VM with the label. */
const other = (): SeenVm =>
  named(
    aVmOfSeveral('other', 13, {
      vm: { templateLabels: BACKEND },
      vmi: { labels: BACKEND },
      pod: { labels: BACKEND },
    }),
  );
/** The cells of the table of differences, row by row. */
const rows = async (): Promise<string[]> => {
  const table = await screen.findByRole('grid', { name: 'What the Service selects' }, PATIENCE);
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent ?? '');
};
const asked = () =>
  sdk
    .watched()
    .filter(
      ({ groupVersionKind, selector }) =>
        groupVersionKind?.kind === 'Pod' &&
        selector?.matchLabels &&
        !('kubevirt.io/created-by' in selector.matchLabels),
    );

async function openStep(vms = [named(aRunningVm()), other()], services: Service[] = []) {
  const served = new ServedCluster({ vms, services });
  const page = await openWizard();
  await next(page.user, 2);
  return { ...page, served };
}

describe('what the Service selects', () => {
  it('is this VM alone by its identity, and that is asked of the cluster by just that label', async () => {
    const { served, container } = await openStep();
    await previewAsked();
    expect(
      await screen.findByText('Selects backendvm and nothing else, now and after a restart.', {}, PATIENCE),
    ).toBeVisible();
    expect(asked().map(({ selector }) => selector?.matchLabels)).toEqual([{ 'vmi.kubevirt.io/id': 'backendvm' }]);
    expect(await axe(container)).toHaveNoViolations();
    await served.change((cluster) => cluster.put(aPod({ name: 'stray', uid: 'pod-stray' })));
    expect(await rows()).toEqual(['stray (other pod) Also selected Also selected']);
  });

  it('names other VMs that have the label too, and follows the cluster', async () => {
    const { user, served, container } = await openStep();
    await chooseLabel(user, 'tier', 'backend');
    await previewAsked();
    expect(await rows()).toEqual(['other (other VM) Also selected Also selected']);
    expect(await axe(container)).toHaveNoViolations();
    await served.change((cluster) => cluster.remove('Pod', 'virt-launcher-other-abcde'));
    expect(await rows()).toEqual(['other (other VM) Not selected Also selected']);
  });

  it('waits until nothing is typed any more before it asks, and says that it is still being checked', async () => {
    const { user } = await openStep();
    await chooseLabel(user, 'tier', 'backen');
    await previewAsked();
    const before = asked().length;
    await fill(user, 'Label value', 'backend');
    expect(screen.getByText('Checking for other VMs and pods…')).toBeVisible();
    await previewAsked();
    expect(await rows()).toEqual(['other (other VM) Also selected Also selected']);
    expect([before, asked().map(({ selector }) => selector?.matchLabels)]).toEqual([1, [BACKEND]]);
  });

  it.each([
    ['a key that is no label key', 'ti er', 'backend'],
    ['a value that is no label value', 'tier', 'back end'],
    ['a key that KubeVirt keeps', 'kubevirt.io/created-by', 'x'],
    ['no key', '', 'backend'],
  ])('is not shown, nor asked for, while labels have to be mended: %s', async (_, key, value) => {
    const { user, container } = await openStep();
    await chooseLabel(user, key, value);
    await previewAsked();
    expect(preview()).not.toBeInTheDocument();
    expect(asked()).toEqual([]);
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Label key', 'tier');
    await fill(user, 'Label value', 'backend');
    await previewAsked();
    expect(preview()).toBeVisible();
  });

  it('is not shown while a second label is not filled in', async () => {
    const { user } = await openStep();
    await chooseLabel(user, 'tier', 'backend');
    await user.click(button('Add label'));
    expect(preview()).not.toBeInTheDocument();
    await previewAsked();
  });

  it('says that a label for the next restart is not selected yet', async () => {
    const { user } = await openStep([aRunningVm()]);
    await chooseLabel(user, 'tier', 'backend', 'At the next restart');
    await previewAsked();
    expect(await rows()).toEqual(['backendvm Not selected Selected']);
  });

  it('says that a label on the pod only is lost with the next restart', async () => {
    const { user, container } = await openStep([aRunningVm()]);
    await chooseLabel(user, 'tier', 'backend');
    await user.click(button('More options'));
    await user.click(screen.getByRole('radio', { name: 'On the pod only, temporary' }));
    await previewAsked();
    expect(await rows()).toEqual(['backendvm Selected Not selected']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('calls what the user is not allowed to read not checked', async () => {
    const served = new ServedCluster({ vms: [aRunningVm()] });
    const { user } = await openWizard();
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    await next(user, 2);
    await chooseLabel(user, 'tier', 'backend');
    await previewAsked();
    expect(screen.getByText(/^Not checked whether other VMs or pods are selected\./)).toHaveTextContent(
      /403 Forbidden: pods is forbidden/,
    );
  });
});

describe('what other Services lose', () => {
  const had = { tier: 'frontend' };
  const labelled = aRunningVm({ vm: { templateLabels: had }, vmi: { labels: had }, pod: { labels: had } });
  const LOSS = 'Other Services lose a VM';

  it('is named while a value is replaced, each with the VM and the label', async () => {
    const { user, container } = await openStep(
      [labelled],
      [aService({ name: 'shop', selector: had }), aService({ name: 'unrelated', selector: { app: 'x' } })],
    );
    await chooseLabel(user, 'tier', 'backend');
    await previewAsked();
    expect(screen.getByText(LOSS)).toBeVisible();
    expect(
      screen.getByText('After you apply, Service shop no longer selects backendvm, because of a change to tier.'),
    ).toBeVisible();
    expect(screen.queryByText(/Service unrelated/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('radio', { name: 'At the next restart' }));
    expect(
      screen.getByText(
        'After the next restart of backendvm, Service shop no longer selects it, because of a change to tier.',
      ),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'This VM only' }));
    expect(screen.queryByText(LOSS)).not.toBeInTheDocument();
    await previewAsked();
  });

  it('is not called nothing when the user is not allowed to read the Services', async () => {
    const served = new ServedCluster({ vms: [labelled] });
    served.watchAnswers.set('Service', { error: forbidden('services is forbidden') });
    const { user } = await openWizard();
    await next(user, 2);
    await chooseLabel(user, 'tier', 'backend');
    await previewAsked();
    expect(
      screen.getByText(/^Not checked whether other Services lose a VM\. .*403 Forbidden: services is forbidden/),
    ).toBeVisible();
  });
});
