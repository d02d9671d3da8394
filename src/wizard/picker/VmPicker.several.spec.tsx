import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aStoppedVm } from '../../../test/objects/builders';
import { button, openExposePage } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';

const PICKER = '/expose-vm/ns/prod2';
const search = () => screen.findByRole('textbox', { name: 'Find a virtual machine by name' }, PATIENCE);
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const expose = () => screen.getByRole('link', { name: /^Expose/ });
const served = () =>
  new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12), aStoppedVm({ name: 'constructor' })] });

describe('picking several VMs', () => {
  it('opens the wizard for the ticked VMs, with the presets', async () => {
    served();
    const { user, container } = openExposePage(`${PICKER}?port=22`);
    await search();
    expect(screen.getByText('0 selected')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Expose/ })).not.toBeInTheDocument();
    await user.click(tick('Select web'));
    await user.click(tick('Select constructor'));
    expect(screen.getByText('2 selected')).toBeVisible();
    expect(tick('Select web')).toBeChecked();
    expect(tick('Select db')).not.toBeChecked();
    expect(tick('Select all shown')).not.toBeChecked();
    expect(expose()).toHaveTextContent('Expose 2 virtual machines');
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=constructor&vm=web&port=22');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(expose());
    expect(await screen.findByRole('heading', { level: 1, name: 'Expose 2 virtual machines' }, PATIENCE)).toBeVisible();
  });

  it('opens the page of one VM when one is ticked', async () => {
    served();
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(tick('Select db'));
    await user.click(tick('Select web'));
    await user.click(tick('Select web'));
    expect(expose()).toHaveTextContent('Expose db');
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2/db');
  });

  it('ticks all that are shown, and keeps what was ticked while something else is looked for', async () => {
    served();
    const { user } = openExposePage(PICKER);
    const field = await search();
    await user.type(field, 'db');
    await user.click(tick('Select all shown'));
    expect(tick('Select all shown')).toBeChecked();
    await user.clear(field);
    expect(screen.getByText('1 selected')).toBeVisible();
    expect([tick('Select db').checked, tick('Select web').checked]).toEqual([true, false]);
    await user.type(field, 'web');
    expect(tick('Select all shown')).not.toBeChecked();
    await user.click(tick('Select all shown'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=db&vm=web');
    await user.click(tick('Select all shown'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2/db');
    await user.click(button('Clear the selection'));
    expect(screen.getByText('0 selected')).toBeVisible();
  });

  it('does not count a VM that was deleted after it was ticked', async () => {
    const cluster = served();
    const { user } = openExposePage(PICKER);
    await search();
    await user.click(tick('Select all shown'));
    await cluster.change((state) => state.remove('VirtualMachine', 'web'));
    expect(expose()).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=constructor&vm=db');
  });

  it('says how many there may be when too many are ticked', async () => {
    new ServedCluster({ vms: Array.from({ length: 51 }, (_none, index) => aStoppedVm({ name: `vm-${index}` })) });
    const { user, container } = openExposePage(PICKER);
    await search();
    await user.click(button('How many virtual machines are on a page'));
    await user.click(screen.getByRole('menuitem', { name: '100 on a page' }));
    await user.click(tick('Select all shown'));
    expect(screen.getByText('51 selected. At most 50 can be exposed together.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Expose/ })).not.toBeInTheDocument();
    await user.click(tick('Select vm-0'));
    expect(expose()).toHaveTextContent('Expose 50 virtual machines');
    expect(await axe(container)).toHaveNoViolations();
  });
});
