import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import { forbidden } from '../../test/objects/apiErrors';
import { aRunningVm } from '../../test/objects/builders';
import { aPolicy } from '../../test/objects/networkBuilders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import { ServedCluster } from '../../test/components/servedCluster';
import { details, rowOf } from '../../test/components/servicesTab';
import type { Service } from '../domain/k8s/objects';
import { ServiceVmsEntry } from './tabEntries';

const SERVICE = aService({ selector: { tier: 'backend' } });
const pending = () =>
  aRunningVm({
    vm: { name: 'pending', templateLabels: { tier: 'backend' } },
    vmi: { uid: 'vmi-2' },
    pod: { uid: 'pod-2', ip: '10.8.0.13' },
  });
const unconcerned = () =>
  aRunningVm({ vm: { name: 'unconcerned' }, vmi: { uid: 'vmi-3' }, pod: { uid: 'pod-3', ip: '10.8.0.14' } });

const open = (obj: Service | undefined = SERVICE) =>
  render(<ServiceVmsEntry {...(obj ? { obj } : {})} />, { wrapper: MemoryRouter });
const heading = () => screen.findByRole('heading', { name: 'Virtual machines' }, PATIENCE);

describe('the Virtual machines tab of a Service', () => {
  it('lists the VMs that the Service selects and those that it nearly does, with why', async () => {
    new ServedCluster({
      vms: [pending(), aReachedVm(), unconcerned()],
      services: [SERVICE],
      endpointSlices: [aSlice()],
    });
    const { container } = open();
    await heading();
    await details();
    const rows = ['backendvm', 'pending'].map((name) =>
      within(rowOf(name))
        .getAllByRole('cell')
        .slice(1)
        .map(({ textContent }) => textContent?.trim()),
    );
    expect(rows).toEqual([
      ['backendvm', 'Running', '10.8.0.12', 'Reachable'],
      ['pending', 'Running', '10.8.0.13', 'Not reachableLabel needs a restart'],
    ]);
    expect(
      screen
        .getAllByRole('columnheader')
        .slice(0, 5)
        .map(({ textContent }) => textContent),
    ).toEqual(['Show details', 'Name', 'VM status', 'Pod IP', 'Status']);
    expect(screen.queryByText('unconcerned')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Label needs a restart' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'View Services of pending' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/pending/services',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('expands to the same detail as the tab of the VM', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [SERVICE], endpointSlices: [aSlice()] });
    open();
    await heading();
    await userEvent.click(within(rowOf('backendvm')).getByRole('button', { name: /^backendvm/ }));
    expect(await details()).toHaveLength(1);
    expect(screen.getByText('Reachable. The Service sends traffic to this VM.')).toBeVisible();
  });

  it('says that no VM is reachable', async () => {
    new ServedCluster({ vms: [unconcerned()], services: [SERVICE] });
    const { container } = open();
    expect(
      await screen.findByRole('heading', { name: 'This Service reaches no virtual machine' }, PATIENCE),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that there are no virtual machines at all, and that there is no KubeVirt', async () => {
    new ServedCluster({ vms: [], services: [SERVICE] });
    const { unmount } = open();
    expect(
      await screen.findByText(
        'No virtual machine in project prod2 has the labels that this Service selects.',
        {},
        PATIENCE,
      ),
    ).toBeVisible();
    unmount();
    sdk.kinds.delete('VirtualMachine');
    open();
    expect(await screen.findByText(/^The KubeVirt API is not available\./, {}, PATIENCE)).toBeVisible();
  });

  it('says that the user is not allowed to read the VMs, never that there are none', async () => {
    const served = new ServedCluster({ vms: [aReachedVm()], services: [SERVICE] });
    served.watchAnswers.set('VirtualMachine', { error: forbidden('virtualmachines is forbidden') });
    const { container } = open();
    expect(
      await screen.findByText("You don't have permission to view VirtualMachines in project prod2", {}, PATIENCE),
    ).toBeVisible();
    expect(screen.queryByText(/reaches no virtual machine/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('calls a VM not checked when the user is not allowed to read EndpointSlices', async () => {
    const served = new ServedCluster({ vms: [aReachedVm()], services: [SERVICE] });
    served.watchAnswers.set('EndpointSlice', { error: forbidden('endpointslices is forbidden') });
    open();
    await heading();
    await details();
    expect(rowOf('backendvm')).toHaveTextContent(/Not checked$/);
    expect(screen.getByText("You don't have permission to view EndpointSlices in project prod2")).toBeVisible();
  });

  it('does not say that no VM is reachable where pods are forbidden', async () => {
    const served = new ServedCluster({ vms: [unconcerned()], services: [SERVICE] });
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    open();
    expect(
      await screen.findByRole('heading', { name: 'No virtual machines found for this Service' }, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText(/^Their pods could not be read/)).toBeVisible();
  });

  it('says of a VM what its own tab says where policies may not be read, or shut it', async () => {
    const served = new ServedCluster({ vms: [aReachedVm()], services: [SERVICE], endpointSlices: [aSlice()] });
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    const { unmount } = open();
    await heading();
    expect(rowOf('backendvm')).toHaveTextContent(/Not checked$/);
    expect(screen.getByText("You don't have permission to view NetworkPolicies in project prod2")).toBeVisible();
    unmount();
    served.watchAnswers.set('NetworkPolicy', { data: [aPolicy()] });
    open();
    await heading();
    expect(rowOf('backendvm')).toHaveTextContent(/Not reachable/);
  });

  it('lists the VM that the Service is called like, and one whose label its only key misses by a slip', async () => {
    const named = aService({ name: 'unconcerned', selector: { app: 'other' } });
    new ServedCluster({ vms: [unconcerned(), pending()], services: [named] });
    const { unmount } = open(named);
    await details();
    expect(rowOf('unconcerned')).toHaveTextContent(/Not reachable/);
    unmount();
    const slip = aService({ selector: { teir: 'backend' } });
    new ServedCluster({ vms: [unconcerned(), pending()], services: [slip] });
    open(slip);
    await details();
    expect(rowOf('pending')).toHaveTextContent(/Not reachable/);
    expect(screen.getByRole('heading', { name: 'Selector does not match this VM' })).toBeVisible();
  });

  it('waits, and watches nothing, while the page gives an empty object', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [SERVICE] });
    open({});
    expect(await screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE)).toBeVisible();
    expect(sdk.watched()).toEqual([]);
  });
});
