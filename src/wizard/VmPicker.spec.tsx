import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { forbidden } from '../../test/apiErrors';
import { aRunningVm, aStoppedVm } from '../../test/builders';
import { button, openExposePage } from '../../test/exposePage';
import { PATIENCE } from '../../test/patience';
import { sdk } from '../../test/sdkStub';
import { ServedCluster } from '../../test/servedCluster';

const PICKER = '/expose-vm/ns/prod2';
const links = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);
const search = () => screen.findByRole('textbox', { name: 'Find a virtual machine by name' }, PATIENCE);
const numbered = (count: number) => Array.from({ length: count }, (_none, index) => aStoppedVm({ name: `vm-${String(index + 1).padStart(3, '0')}` }));

describe('the picker of a VM', () => {
  it('lists the VMs of the project by name with their state, and leads to the wizard', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'webvm' }), aRunningVm()] });
    const { user, container } = openExposePage(PICKER);
    await search();
    expect(screen.getByRole('heading', { level: 1, name: 'Expose a virtual machine' })).toBeVisible();
    expect(screen.getAllByRole('row').slice(1).map(({ textContent }) => textContent)).toEqual(['backendvmRunning', 'webvmStopped']);
    expect(screen.queryByRole('columnheader', { name: 'Project' })).not.toBeInTheDocument();
    expect(button('Project selector')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('link', { name: 'backendvm' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Expose backendvm' }, PATIENCE)).toBeVisible();
  });

  it('finds by a part of the name, whatever its case, and says when there is none', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'webvm' }), aRunningVm()] });
    const { user, container } = openExposePage(PICKER);
    await user.type(await search(), ' BACK');
    expect(links()).toEqual(['backendvm']);
    await user.type(await search(), 'x');
    expect(links()).toEqual([]);
    expect(screen.getByText('No virtual machine has such a name.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button(/reset|clear/i));
    expect(links()).toEqual(['backendvm', 'webvm']);
  });

  it('shows the first 50 of many, says so, and finds the others', async () => {
    new ServedCluster({ vms: numbered(51) });
    const { user, container } = openExposePage(PICKER);
    await search();
    expect(links()).toHaveLength(50);
    expect(screen.getByText('50 of 51 virtual machines are shown. Type a part of the name to find others.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.type(await search(), '051');
    expect(links()).toEqual(['vm-051']);
    expect(screen.queryByText(/are shown\./)).not.toBeInTheDocument();
  });

  it('says nothing of a limit when there are just 50', async () => {
    new ServedCluster({ vms: numbered(50) });
    openExposePage(PICKER);
    await search();
    expect(links()).toHaveLength(50);
    expect(screen.queryByText(/are shown\./)).not.toBeInTheDocument();
  });

  it('lists the VMs of all projects with their project', async () => {
    new ServedCluster();
    const { container } = openExposePage('/expose-vm/all-namespaces');
    await search();
    expect(screen.getByRole('columnheader', { name: 'Project' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'backendvm' })).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm');
    expect(sdk.watched()).toEqual([{ groupVersionKind: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' }, isList: true, namespaced: true }]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that a project has none, but not before the list was read', async () => {
    const served = new ServedCluster({ vms: [] });
    served.watchAnswers.set('VirtualMachine', 'loading');
    const { container } = openExposePage(PICKER);
    await screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE);
    expect(screen.queryByText(/has no virtual machines/)).not.toBeInTheDocument();
    served.watchAnswers.clear();
    await served.change();
    expect(await screen.findByRole('heading', { name: 'Project prod2 has no virtual machines' }, PATIENCE)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [PICKER, 'You may not see the virtual machines of project prod2'],
    ['/expose-vm/all-namespaces', 'The virtual machines of all projects could not be read. Choose one project.'],
  ])('says under %s that the list may not be read', async (path, title) => {
    const served = new ServedCluster();
    served.watchAnswers.set('VirtualMachine', { error: forbidden('virtualmachines is forbidden') });
    const { container } = openExposePage(path);
    expect(await screen.findByRole('heading', { name: new RegExp(title) }, PATIENCE)).toBeVisible();
    expect(screen.getByText('The API server answered 403 Forbidden: virtualmachines is forbidden')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that the cluster has no KubeVirt', async () => {
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    openExposePage(PICKER);
    expect(await screen.findByRole('heading', { name: /This cluster has no virtual machines/ }, PATIENCE)).toBeVisible();
  });
});
