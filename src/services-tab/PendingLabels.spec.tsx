import { screen, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aRunningVm } from '../../test/objects/builders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { openTab, tabHeading } from '../../test/components/servicesTab';
import type { SeenVm } from '../domain/k8s/seen';

const BACKEND = { tier: 'backend' };
const pendingVm = (runStrategy = 'Always'): SeenVm =>
  aRunningVm({ vm: { templateLabels: BACKEND, runStrategy, printableStatus: 'Running' } });
const WAITING = 'Restart backendvm to apply labels: tier=backend';
const restart = () => screen.getByRole('button', { name: 'Restart VM' });
const show = async (served: ServedCluster) => {
  const view = openTab(served.cluster.one('VirtualMachine', 'backendvm'));
  await tabHeading();
  return view;
};

describe('labels of the template that wait', () => {
  it('are named, and a restart that is confirmed applies them', async () => {
    const served = new ServedCluster({ vms: [pendingVm()] });
    const { user, container } = await show(served);
    expect(screen.getByText(WAITING)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(restart());
    await user.type(await screen.findByRole('textbox', { name: /Type backendvm to confirm/ }, PATIENCE), 'backendvm');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Restart VM' }));
    await screen.findByText('All changes were made.', {}, PATIENCE);
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? container);
    expect(screen.queryByText(WAITING)).not.toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent('Services');
    expect(served.cluster.writes).toEqual(['restart VirtualMachine/backendvm']);
    expect(served.cluster.refusedRestarts).toBe(0);
  });

  it('cause no second restart when another user has restarted the VM meanwhile', async () => {
    const served = new ServedCluster({ vms: [pendingVm()] });
    const { user } = await show(served);
    aReachedVm().pods.forEach((pod) => served.cluster.put(pod));
    const { vmi } = aReachedVm();
    if (vmi) served.cluster.put(vmi);
    await user.click(restart());
    expect(await screen.findByText('No changes needed.', {}, PATIENCE)).toBeVisible();
    expect(served.received).toEqual([]);
  });

  it('are not mentioned when none requires a restart', async () => {
    await show(new ServedCluster({ vms: [aReachedVm()] }));
    expect(screen.queryByText(/Restart backendvm to apply/)).not.toBeInTheDocument();
  });

  it.each([
    ['without permission to restart', pendingVm(), true, "You don't have permission to restart this VM."],
    ['a VM that KubeVirt would not restart', pendingVm('Once'), false, /its run strategy is Once/],
  ])('cannot be applied by %s, and it is said why', async (_, vm, isForbidden, reason) => {
    const served = new ServedCluster({ vms: [vm] });
    if (isForbidden) served.forbid('restartVm');
    const { container } = await show(served);
    expect(await screen.findByText(reason, {}, PATIENCE)).toBeVisible();
    expect(restart()).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
  });
});
