import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { NAMESPACE, RUN_ID, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { button, field, openExposePage, openWizard, resultHeading } from '../../../test/components/exposePage';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { PATIENCE } from '../../../test/components/patience';
import { recordFor } from '../../../test/objects/planFor';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aService } from '../../../test/objects/serviceBuilders';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { keepRunRecord, readRunRecord } from '../../cluster/run/runRecord';
import type { Seen } from '../../domain/k8s/seen';

const PATH = `/expose-vm/ns/${NAMESPACE}/${VM_NAME}`;
const PRESETS = '?name=other&port=443';
const TODAY = new Date().toISOString();
const UNFINISHED = 'An earlier run for Service backend is not finished';
const EXPOSED = /^You exposed backendvm at \d{1,2}:\d{2}\b/;

/** A cluster before or after a run that this browser tab keeps. */
function withRun({ isFinished, startedAt }: { readonly isFinished: boolean; readonly startedAt?: string }) {
  const labels = { tier: 'backend' };
  const draft = aDraft({ selection: byLabel('next-restart') });
  keepRunRecord({ ...recordFor(draft, seenOf([aRunningVm()]), RUN_ID), ...(startedAt ? { startedAt } : {}) });
  const finished: Partial<Seen> = {
    vms: [aRunningVm({ vm: { templateLabels: labels } })],
    services: [aService({ run: RUN_ID, selector: labels })],
  };
  return new ServedCluster(isFinished ? finished : {});
}
const keptRun = () => readRunRecord(NAMESPACE, [VM_NAME])?.runId;
const alertOf = (title: string | RegExp) => screen.findByText(title, {}, PATIENCE);

describe('an earlier run of the same VM, above a new draft', () => {
  it('is told with its time where it is finished, and opens its result', async () => {
    const served = withRun({ isFinished: true, startedAt: TODAY });
    const { container, user } = await openWizard(PATH + PRESETS);
    await alertOf(EXPOSED);
    expect(field('Service name')).toHaveValue('other');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('View result'));
    expect(await resultHeading()).toBeVisible();
    expect(screen.queryByText(EXPOSED)).not.toBeInTheDocument();
    expect(served.sent).toEqual([]);
  });

  it('is told without a time where none was kept', async () => {
    withRun({ isFinished: true });
    await openWizard(PATH);
    expect(await alertOf('The earlier run for Service backend is finished')).toBeVisible();
    expect(field('Service name')).toHaveValue(VM_NAME);
  });

  it('is forgotten when a finished one is dismissed', async () => {
    withRun({ isFinished: true, startedAt: TODAY });
    const { user } = await openWizard(PATH);
    await alertOf(EXPOSED);
    expect(keptRun()).toBe(RUN_ID);
    await user.click(button('Dismiss'));
    expect(screen.queryByText(EXPOSED)).not.toBeInTheDocument();
    expect(keptRun()).toBeUndefined();
    expect(field('Service name')).toBeInTheDocument();
  });

  it('is offered where it is not finished and the link has presets, and cannot be dismissed', async () => {
    withRun({ isFinished: false, startedAt: TODAY });
    const { container, user } = await openWizard(PATH + PRESETS);
    await alertOf(UNFINISHED);
    expect(field('Service name')).toHaveValue('other');
    expect(
      screen.getByText('After you expose again, you can no longer continue or undo the earlier run.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Dismiss' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Return to the earlier run'));
    expect(await screen.findByRole('button', { name: 'Continue' }, PATIENCE)).toBeEnabled();
    expect(screen.getByText('This is left to do:')).toBeVisible();
    expect(keptRun()).toBe(RUN_ID);
  });

  it('is no alert but the page itself where it is not finished and the link has no presets', async () => {
    withRun({ isFinished: false, startedAt: TODAY });
    openExposePage(PATH);
    expect(await screen.findByRole('button', { name: 'Continue' }, PATIENCE)).toBeEnabled();
    expect(screen.queryByRole('button', { name: 'Return to the earlier run' })).not.toBeInTheDocument();
  });
});

describe('an earlier run of several VMs', () => {
  it('is told with their number', async () => {
    const labels = { tier: 'backend' };
    const vmNames = ['db', 'web'];
    const vms = [11, 12].map((number, index) => aVmOfSeveral(vmNames[index] ?? '', number));
    const draft = aDraft({ vmNames, selection: byLabel('next-restart') });
    keepRunRecord({ ...recordFor(draft, seenOf(vms), RUN_ID), startedAt: TODAY });
    new ServedCluster({
      vms: [11, 12].map((number, index) =>
        aVmOfSeveral(vmNames[index] ?? '', number, { vm: { templateLabels: labels } }),
      ),
      services: [aService({ run: RUN_ID, selector: labels })],
    });
    await openWizard(`/expose-vm/ns/${NAMESPACE}?vm=db&vm=web`);
    expect(await alertOf(/^You exposed 2 virtual machines at \d/)).toBeVisible();
  });
});
