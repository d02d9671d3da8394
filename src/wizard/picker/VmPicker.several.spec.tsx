import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aStoppedVm } from '../../../test/objects/builders';
import { button, openExposePage } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';

const PICKER = '/expose-vm/ns/prod2';
const search = () => screen.findByRole('textbox', { name: 'Search by name' }, PATIENCE);
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const expose = () => screen.getByRole('link', { name: /^Expose \d+ VMs?$/ });
const noExpose = () => expect(screen.queryByRole('link', { name: /^Expose \d/ })).not.toBeInTheDocument();
const served = () =>
  new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12), aStoppedVm({ name: 'constructor' })] });

describe('picking several VMs', () => {
  it('opens the wizard for the ticked VMs, with the presets', async () => {
    served();
    const { user, container } = openExposePage(`${PICKER}?port=22`);
    await search();
    expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
    noExpose();
    await user.click(tick('Select web'));
    await user.click(tick('Select constructor'));
    expect(screen.getByText('2 selected')).toBeVisible();
    expect(tick('Select web')).toBeChecked();
    expect(tick('Select db')).not.toBeChecked();
    expect(tick('Select page')).not.toBeChecked();
    expect(expose()).toHaveTextContent('Expose 2 VMs');
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=constructor&vm=web&port=22');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(expose());
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeVisible();
  });

  it('opens the page of one VM when one is ticked', async () => {
    served();
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(tick('Select db'));
    await user.click(tick('Select web'));
    await user.click(tick('Select web'));
    expect(expose()).toHaveTextContent('Expose 1 VM');
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2/db');
  });

  it('ticks all that are shown, and keeps what was ticked while something else is looked for', async () => {
    served();
    const { user } = openExposePage(PICKER);
    const field = await search();
    await user.type(field, 'db');
    await user.click(tick('Select page'));
    expect(tick('Select page')).toBeChecked();
    await user.clear(field);
    expect(screen.getByText('1 selected')).toBeVisible();
    expect([tick('Select db').checked, tick('Select web').checked]).toEqual([true, false]);
    await user.type(field, 'web');
    expect(tick('Select page')).not.toBeChecked();
    await user.click(tick('Select page'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=db&vm=web');
    await user.click(tick('Select page'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2/db');
    await user.click(button('Selection'));
    await user.click(screen.getByRole('menuitem', { name: 'Select none' }));
    expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
    noExpose();
    await user.click(button('Selection'));
    await user.click(screen.getByRole('menuitem', { name: 'Select page (1)' }));
    expect(screen.getByText('1 selected')).toBeVisible();
  });

  it('does not count a VM that was deleted after it was ticked', async () => {
    const cluster = served();
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(tick('Select page'));
    await cluster.change((state) => state.remove('VirtualMachine', 'web'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=constructor&vm=db');
  });

  it('says how many there may be when too many are ticked', async () => {
    new ServedCluster({ vms: Array.from({ length: 101 }, (_none, index) => aStoppedVm({ name: `vm-${index}` })) });
    const { user, container } = openExposePage(PICKER);
    await search();
    await user.click(button('VMs per page'));
    await user.click(screen.getByRole('menuitem', { name: '100 per page' }));
    await user.click(tick('Select page'));
    expect(screen.getByText('100 selected')).toBeVisible();
    // one Service takes no more than 50
    expect(expose()).toHaveTextContent('Expose 100 VMs');
    expect(expose().getAttribute('href')).toMatch(/&each=true$/);
    await user.click(button('Next page'));
    await user.click(tick('Select page'));
    expect(screen.getByText('101 selected')).toBeVisible();
    expect(screen.getByText('Select up to 100 VMs.')).toBeVisible();
    noExpose();
    expect(await axe(container)).toHaveNoViolations();
  });
});
