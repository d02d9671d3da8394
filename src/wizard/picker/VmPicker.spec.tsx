import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { button, openExposePage } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';

const PICKER = '/expose-vm/ns/prod2';
const expose = (name: string) => screen.getByRole('link', { name: `Expose ${name}` });
/** The links to the VMs' pages, in their order. */
const links = () =>
  screen
    .queryAllByRole('link')
    .map(({ textContent }) => textContent)
    .filter((text) => text !== 'Expose');
const search = () => screen.findByRole('textbox', { name: 'Search by name' }, PATIENCE);
const namesOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_none, index) => `vm-${String(index + from).padStart(3, '0')}`);
const numbered = (count: number) =>
  Array.from({ length: count }, (_none, index) => aStoppedVm({ name: namesOf(index + 1, index + 1)[0] ?? '' }));

describe('the picker of a VM', () => {
  it('lists the VMs of the project by name with their status, with links to their pages and to the wizard', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'webvm' }), aRunningVm()] });
    const { user, container } = openExposePage(PICKER);
    await search();
    expect(screen.getByRole('heading', { level: 1, name: 'Select virtual machines' })).toBeVisible();
    expect(
      screen
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['backendvmRunningExpose', 'webvmStoppedExpose']);
    expect(screen.queryByRole('columnheader', { name: 'Project' })).not.toBeInTheDocument();
    expect(button('Project selector')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
    expect(screen.getByRole('link', { name: 'backendvm' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/VirtualMachine/backendvm',
    );
    expect(screen.queryByRole('link', { name: /VMs$/ })).not.toBeInTheDocument();
    await user.click(expose('backendvm'));
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeVisible();
  });

  it('finds by a part of the name, whatever its case, and says when there is none', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'webvm' }), aRunningVm()] });
    const { user, container } = openExposePage(PICKER);
    await user.type(await search(), ' BACK');
    expect(links()).toEqual(['backendvm']);
    await user.type(await search(), 'x');
    expect(links()).toEqual([]);
    expect(screen.getByRole('heading', { name: 'No results found' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Clear all filters'));
    expect(links()).toEqual(['backendvm', 'webvm']);
  });

  it('shows 20 of many on a page, turns the pages, and goes to the first when something is looked for', async () => {
    new ServedCluster({ vms: numbered(45) });
    const { user, container } = openExposePage(PICKER);
    await search();
    expect(links()).toEqual(namesOf(1, 20));
    await user.click(button('Next page'));
    expect(links()).toEqual(namesOf(21, 40));
    await user.click(button('Next page'));
    expect(links()).toEqual(namesOf(41, 45));
    expect(button('Next page')).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
    await user.type(await search(), 'vm-03');
    expect(links()).toEqual(namesOf(30, 39));
  });

  it('shows as many on a page as wanted', async () => {
    new ServedCluster({ vms: numbered(45) });
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(button('Next page'));
    await user.click(button('VMs per page'));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent?.trim())).toEqual([
      '10 per page',
      '20 per page',
      '50 per page',
      '100 per page',
    ]);
    await user.click(screen.getByRole('menuitem', { name: '10 per page' }));
    expect(links()).toEqual(namesOf(1, 10));
  });

  it('shows the last page that is left when the list becomes shorter', async () => {
    const served = new ServedCluster({ vms: numbered(21) });
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(button('Next page'));
    expect(links()).toEqual(namesOf(21, 21));
    await served.change((cluster) => cluster.remove('VirtualMachine', 'vm-021'));
    expect(links()).toEqual(namesOf(1, 20));
  });

  it('sorts by name and by status, either way', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'webvm' }), aRunningVm(), aStoppedVm({ name: 'appvm' })] });
    const { user } = openExposePage(PICKER);
    await search();
    const header = (name: string) => screen.getByRole('columnheader', { name });
    expect(links()).toEqual(['appvm', 'backendvm', 'webvm']);
    expect(header('Name')).toHaveAttribute('aria-sort', 'ascending');
    await user.click(button('Name'));
    expect(links()).toEqual(['webvm', 'backendvm', 'appvm']);
    await user.click(button('Status'));
    expect(links()).toEqual(['backendvm', 'appvm', 'webvm']);
    await user.click(button('Status'));
    expect(links()).toEqual(['appvm', 'webvm', 'backendvm']);
    expect(header('Status')).toHaveAttribute('aria-sort', 'descending');
  });

  it('takes the presets of the page along to the wizard', async () => {
    new ServedCluster();
    openExposePage(`${PICKER}?port=22&vm=&label=tier%3Dbackend`);
    await search();
    expect(expose('backendvm')).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm?port=22&label=tier%3Dbackend');
  });

  it('lists the VMs of all projects with their project', async () => {
    new ServedCluster();
    const { container } = openExposePage('/expose-vm/all-namespaces');
    await search();
    expect(screen.getByRole('columnheader', { name: 'Project' })).toBeVisible();
    expect(expose('backendvm')).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm');
    expect(sdk.watched()).toEqual([
      {
        groupVersionKind: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
        isList: true,
        namespaced: true,
      },
    ]);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.getByText(
        'Select a project to expose several VMs together. A Service reaches only VMs in its own project.',
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that a project has none, but not before the list was read', async () => {
    const served = new ServedCluster({ vms: [] });
    served.watchAnswers.set('VirtualMachine', 'loading');
    const { container } = openExposePage(PICKER);
    await screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE);
    expect(screen.queryByText(/No virtual machines/)).not.toBeInTheDocument();
    served.watchAnswers.clear();
    await served.change();
    expect(await screen.findByRole('heading', { name: 'No virtual machines in prod2' }, PATIENCE)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [PICKER, "You don't have permission to view virtual machines in project prod2", ['Details']],
    ['/expose-vm/all-namespaces', 'The virtual machines of all projects could not be read. Select a project.', []],
  ])('says under %s that the user is not allowed to read the list', async (path, title, toggles) => {
    const served = new ServedCluster();
    served.watchAnswers.set('VirtualMachine', { error: forbidden('virtualmachines is forbidden') });
    const { container, user } = openExposePage(path);
    expect(await screen.findByRole('heading', { name: new RegExp(title) }, PATIENCE)).toBeVisible();
    for (const name of toggles) await user.click(screen.getByRole('button', { name }));
    expect(screen.getByText('The API server answered 403 Forbidden: virtualmachines is forbidden')).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that the cluster has no KubeVirt', async () => {
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    openExposePage(PICKER);
    expect(
      await screen.findByRole('heading', { name: /This cluster has no virtual machines/ }, PATIENCE),
    ).toBeVisible();
  });
});
