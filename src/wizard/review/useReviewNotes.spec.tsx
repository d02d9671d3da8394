import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { exposeButton, next, openReview, openWizard, reviewSteps } from '../../../test/components/exposePage';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { SeenVm } from '../../domain/k8s/seen';

const K1 = 'Rule K1';
const BLOCKED = 'Rule K1';
const settle = () => screen.findAllByText(/^Dry run (passed|failed)$/, {}, PATIENCE);
const ARGO = { 'argocd.argoproj.io/instance': 'shop' };
const managed = (seen: SeenVm): SeenVm => ({
  ...seen,
  vm: { ...seen.vm, metadata: { ...seen.vm.metadata, labels: ARGO } },
});
const MANAGED = /^.*backendvm is managed by another tool that can undo this change$/;

async function reviewOf(vms: readonly SeenVm[], prepare: (served: ServedCluster) => void = () => undefined) {
  const served = new ServedCluster({ vms });
  prepare(served);
  const names = vms.map(({ vm }) => `vm=${vm.metadata?.name ?? ''}`).join('&');
  const page = await openWizard(`/expose-vm/ns/prod2?${names}&name=backend&label=tier%3Dbackend`);
  await next(page.user, 3);
  await reviewSteps();
  await settle();
  return { ...page, served };
}

describe('the notes of Review', () => {
  it('are none when the VM has no obstacle', async () => {
    await reviewOf([aRunningVm()]);
    expect(screen.queryByText(/will not be reachable|^Rule |can undo|were not read/)).not.toBeInTheDocument();
  });

  it('warn of a NetworkPolicy of the project before anything is sent, until it is gone', async () => {
    const { served, container } = await reviewOf([aRunningVm()], ({ cluster }) =>
      cluster.put(aPolicy({ name: 'deny-all' })),
    );
    expect(await screen.findByText(BLOCKED, {}, PATIENCE)).toBeVisible();
    expect(screen.getByText(/deny-all/)).toBeVisible();
    expect(exposeButton()).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
    await served.change((cluster) => cluster.remove('NetworkPolicy', 'deny-all'));
    await waitFor(() => expect(screen.queryByText(BLOCKED)).not.toBeInTheDocument());
    expect(exposeButton()).toBeEnabled();
    expect(served.sent).toEqual([]);
  });

  it('show only once what concerns several VMs alike', async () => {
    const { container } = await reviewOf([aVmOfSeveral('web', 11), aVmOfSeveral('db', 12)], ({ cluster }) =>
      cluster.put(aPolicy({ name: 'deny-all' })),
    );
    expect(await screen.findAllByText(BLOCKED, {}, PATIENCE)).toHaveLength(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('show what differs between several VMs, each with its object', async () => {
    const noNetwork = { interfaces: [], networks: [] };
    await reviewOf([
      aVmOfSeveral('web', 11, { vm: noNetwork, vmi: noNetwork }),
      aVmOfSeveral('db', 12, { vm: noNetwork, vmi: noNetwork }),
    ]);
    await waitFor(() => expect(screen.getAllByText('Rule N1')).toHaveLength(2), PATIENCE);
    expect([screen.getAllByText(/ web$/).length > 0, screen.getAllByText(/ db$/).length > 0]).toEqual([true, true]);
  });

  it('call policies that the user is not allowed to read not checked', async () => {
    const { container } = await reviewOf([aRunningVm()], (served) =>
      served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') }),
    );
    expect(
      await screen.findByText(/^Network policies were not read\. .*networkpolicies is forbidden/, {}, PATIENCE),
    ).toBeVisible();
    expect(screen.queryByText(K1)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('warn of who manages a VM whose template is changed, and only then', async () => {
    await reviewOf([managed(aRunningVm())]);
    expect(screen.getByText(MANAGED)).toBeVisible();
    expect(
      screen.getByText(
        /is managed by Argo CD application shop, which can revert this change\. Change spec\.template\.metadata\.labels/,
      ),
    ).toBeVisible();
  });

  it('do not warn of who manages a VM that is only selected', async () => {
    new ServedCluster({ vms: [managed(aRunningVm())] });
    const { user } = await openWizard();
    await next(user, 3);
    await settle();
    expect(screen.queryByText(MANAGED)).not.toBeInTheDocument();
  });
});

describe('the restart of several VMs in Review', () => {
  const CONFIRM = /Type web to confirm the restart/;

  it("is applied only once the first one's name is typed", async () => {
    new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12), aStoppedVm({ name: 'idle' })] });
    const { user, container } = await openWizard(
      '/expose-vm/ns/prod2?vm=idle&vm=web&vm=db&name=backend&label=tier%3Dbackend',
    );
    await next(user, 2);
    await user.click(screen.getByRole('radio', { name: 'Restart now' }));
    await next(user);
    await reviewSteps();
    await settle();
    const confirmation = screen.getByLabelText(CONFIRM);
    expect(exposeButton()).toBeDisabled();
    for (const wrong of ['db', 'idle', 'web, db', 'Web']) {
      await user.clear(confirmation);
      await user.type(confirmation, wrong);
      expect(exposeButton()).toBeDisabled();
    }
    await user.clear(confirmation);
    await user.type(confirmation, 'web');
    await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
    expect(screen.getByText('web, db will restart one after the other')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('requires no typed name when a stopped VM is only started', async () => {
    new ServedCluster({ vms: [aStoppedVm()] });
    await openReview('Start now');
    expect(screen.queryByLabelText(/to confirm the restart/)).not.toBeInTheDocument();
    await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
    await settle();
  });
});
