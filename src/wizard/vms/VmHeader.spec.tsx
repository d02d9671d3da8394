import { render, screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import { aStoppedVm } from '../../../test/objects/builders';
import { PATIENCE } from '../../../test/components/patience';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { SeenVm } from '../../domain/k8s/seen';
import { VmHeader } from './VmHeader';

const RANGES = [{ use: 'pod', cidr: '10.8.0.0/14' }] as const;
const show = (vms: readonly SeenVm[]) =>
  render(
    <MemoryRouter>
      <VmHeader namespace="prod2" vms={vms} ranges={RANGES} />
    </MemoryRouter>,
  );
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent));

describe('the header of the wizard', () => {
  it('lists one VM with its obstacles', async () => {
    const { container } = show([aVmOfSeveral('web', 11, { vmi: { paused: true } })]);
    await screen.findByText(/is paused/, {}, PATIENCE);
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      'web',
      'Running',
      '10.8.0.11 of the range for pods (10.8.0.0/14)',
      'A paused VM does not answer. Unpause it to receive traffic again.',
    ]);
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists several VMs in a table, with links, states, addresses and obstacles', async () => {
    const limited = aVmOfSeveral('db', 12, {
      vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
    });
    const { vm } = aVmOfSeveral('dark', 13);
    const { container } = show([
      aVmOfSeveral('web', 11),
      limited,
      aStoppedVm({ name: 'app' }),
      { vm, pods: [], arePodsUnknown: true },
    ]);
    expect(await screen.findByRole('grid', { name: 'The virtual machines' }, PATIENCE)).toBeVisible();
    await screen.findByText(/does not run/, {}, PATIENCE);
    expect(rows()).toEqual([
      ['web', 'Running', '10.8.0.11 of the range for pods (10.8.0.0/14)', 'No issues found on the VM itself'],
      [
        'db',
        'Running',
        '10.8.0.12 of the range for pods (10.8.0.0/14)',
        'The network interface of the VM allows only 22/TCP. Add other ports that clients need to its ports list.',
      ],
      [
        'app',
        'Stopped',
        'none',
        'The VM has no address because its status is Stopped. Start the VM to receive traffic.',
      ],
      ['dark', 'Running', 'unknown', 'Not checked, because the running instance of the VM could not be read.'],
    ]);
    expect(screen.getByRole('link', { name: 'db' })).toHaveAttribute('href', '/k8s/ns/prod2/VirtualMachine/db');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is empty without a VM', () => {
    const { container } = show([]);
    expect(container).toBeEmptyDOMElement();
  });
});
