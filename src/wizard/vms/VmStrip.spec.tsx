import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import { axe } from '../../../test/components/axe';
import { aStoppedVm } from '../../../test/objects/builders';
import { PATIENCE } from '../../../test/components/patience';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { SeenVm } from '../../domain/k8s/seen';
import { VmStrip, type VmStripProps } from './VmStrip';

const RANGES = [{ use: 'pod', cidr: '10.8.0.0/14' }] as const;
const show = (vms: readonly SeenVm[], props: Partial<VmStripProps> = {}) => ({
  user: userEvent.setup(),
  ...render(
    <MemoryRouter>
      <VmStrip vms={vms} ranges={[]} showsObstacles {...props} />
    </MemoryRouter>,
  ),
});
const texts = (items: readonly HTMLElement[]) => items.map(({ textContent }) => textContent);
/** The VMs in the popover of that name, without what each has inside. */
const vmsIn = async (name: string) => {
  const popover = await screen.findByRole('dialog', { name }, PATIENCE);
  const list = within(popover).getByRole('list', { name: 'Virtual machines' });
  return within(list)
    .getAllByRole('listitem')
    .filter((item) => item.parentElement === list);
};
const web = aVmOfSeveral('web', 11);
const db = aVmOfSeveral('db', 12, {
  vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
});
const app = aStoppedVm({ name: 'app' });
const PORTS_LIST = 'To allow other ports, select them in the step Service and ports.';

describe('the line about the VMs', () => {
  it('has the status, the address and the node of one VM', async () => {
    const { container } = show([web]);
    expect(container).toHaveTextContent(/^Running ?Pod IP: 10\.8\.0\.11 ?Node: node1$/);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells the range of the pod network in a tooltip, where it is known', async () => {
    const { user } = show([web], { ranges: RANGES });
    await user.hover(screen.getByText('Pod IP: 10.8.0.11 (pod network)'));
    expect(await screen.findByRole('tooltip', {}, PATIENCE)).toHaveTextContent('10.8.0.0/14');
  });

  it('tells no address and no node of a VM that does not run, and none of one that could not be read', () => {
    const { container, unmount } = show([app], { showsObstacles: false });
    expect(container).toHaveTextContent(/^Stopped ?Pod IP: None$/);
    unmount();
    const unread = show([{ vm: web.vm, pods: [], arePodsUnknown: true }], { showsObstacles: false });
    expect(unread.container).toHaveTextContent(/^Running ?Pod IP: Not available$/);
  });

  it('opens what needs attention, with a way out', async () => {
    const { user } = show([db]);
    await user.click(screen.getByRole('button', { name: '1 needs attention' }));
    const [item, ...others] = await vmsIn('Needs attention');
    expect(others).toEqual([]);
    expect(await screen.findByText(PORTS_LIST, {}, PATIENCE)).toBeVisible();
    expect(item).toHaveTextContent(/^db.*allows only 22\/TCP/);
  });

  it('names two VMs, and counts those behind the first two', () => {
    const { unmount } = show([web, db]);
    expect(screen.getByRole('button', { name: '2 virtual machines: web and db' })).toBeVisible();
    unmount();
    show([web, db, app]);
    expect(screen.getByRole('button', { name: '3 virtual machines: web, db, and 1 more' })).toBeVisible();
  });

  it('opens all of several VMs, each with its link, status and address', async () => {
    const { container, user } = show([web, db, app]);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: /^3 virtual machines/ }));
    const items = await vmsIn('Virtual machines');
    await screen.findByText(PORTS_LIST, {}, PATIENCE);
    expect(texts(items)).toEqual([
      expect.stringMatching(/^web ?Running ?Pod IP: 10\.8\.0\.11$/),
      expect.stringMatching(/^db ?Running ?Pod IP: 10\.8\.0\.12.*22\/TCP/),
      expect.stringMatching(/^app ?Stopped ?Pod IP: None.*Start the VM/),
    ]);
    expect(screen.getByRole('link', { name: 'db' })).toHaveAttribute('href', '/k8s/ns/prod2/VirtualMachine/db');
  });

  it('opens only those of several VMs that need attention', async () => {
    const { user } = show([web, db, app]);
    await user.click(screen.getByRole('button', { name: '2 need attention' }));
    await screen.findByText(PORTS_LIST, {}, PATIENCE);
    expect(texts(await vmsIn('Needs attention'))).toEqual([
      expect.stringMatching(/^db/),
      expect.stringMatching(/^app/),
    ]);
  });

  it('leaves out what needs attention while a run goes on', async () => {
    const { user } = show([db, app], { showsObstacles: false });
    expect(screen.queryByRole('button', { name: /attention/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '2 virtual machines: db and app' }));
    expect(texts(await vmsIn('Virtual machines'))).toEqual([
      expect.stringMatching(/^db ?Running ?Pod IP: 10\.8\.0\.12$/),
      expect.stringMatching(/^app ?Stopped ?Pod IP: None$/),
    ]);
  });

  it('is empty without a VM', () => {
    const { container } = show([]);
    expect(container).toBeEmptyDOMElement();
  });
});
