import { screen, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { forbidden } from '../../test/objects/apiErrors';
import { aPolicy } from '../../test/objects/networkBuilders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { details, openTab, rowOf, tabHeading } from '../../test/components/servicesTab';

const reached = () => ({
  vms: [aReachedVm()],
  services: [aService({ selector: { tier: 'backend' } })],
  endpointSlices: [aSlice()],
});

describe('the Services tab where something was not read', () => {
  it('calls a Service not checked when the user is not allowed to read EndpointSlices', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('EndpointSlice', { error: forbidden('endpointslices is forbidden') });
    const { container } = openTab();
    await tabHeading();
    await details();
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    expect(screen.queryByText(/^Reachable$/)).not.toBeInTheDocument();
    expect(screen.getByText("You don't have permission to view EndpointSlices in project prod2")).toBeVisible();
    expect(screen.getByText('A status that depends on them is shown as Not checked.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('does not say that the VM has no pod when the user is not allowed to read pods', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    openTab();
    expect(
      await screen.findByText("You don't have permission to view Pods in project prod2", {}, PATIENCE),
    ).toBeVisible();
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    expect(screen.queryByText(/no running pod|no pod/)).not.toBeInTheDocument();
  });

  it('calls a Service not checked, never reachable, where policies are forbidden', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    const { container } = openTab();
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    expect(screen.getByText("You don't have permission to view NetworkPolicies in project prod2")).toBeVisible();
    await details();
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    expect(screen.getByText(/^You don't have permission to (read|view) NetworkPolicies\./)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a Service behind deny-all that it is not reachable, without a row being opened', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('NetworkPolicy', { data: [aPolicy()] });
    const { user } = openTab();
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent(/Not reachable/);
    await details();
    await user.click(within(rowOf('backend')).getAllByRole('button')[0] as HTMLElement);
    expect(rowOf('backend')).toHaveTextContent(/Not reachable/);
  });
});
