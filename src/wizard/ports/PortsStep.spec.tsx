import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { button, field, fields, fill, next, nextInVain, openWizard } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const NAME_GRAMMAR =
  'Enter lowercase letters, numbers, and hyphens. Start with a letter, and end with a letter or number.';
const RANGE = 'Enter a port from 1 to 65535. For a range, add each port.';

const add = async (user: UserEvent, port: string) => {
  await user.click(button('Add port'));
  await user.click(screen.getByRole('menuitem', { name: port }));
};
const rowOf = (index: number) =>
  ['Port', 'Target port', 'Port name'].map((label) => (field(label, index) as HTMLInputElement).value);

describe('step Service and ports', () => {
  it('proposes the name and port 80', async () => {
    new ServedCluster();
    await openWizard();
    expect(field('Service name')).toHaveValue('backendvm');
    expect(field('Port')).toHaveValue('80');
    expect(field('Target port')).toHaveValue('80');
    expect(screen.getByRole('combobox', { name: 'Protocol' })).toHaveValue('TCP');
    expect(field('Port name')).toHaveValue('');
  });

  it('proposes a free name that a Service may have', async () => {
    new ServedCluster({
      vms: [aRunningVm({ vm: { name: '9web.example' } })],
      services: [aService({ name: 'vm-9web-example' })],
    });
    await openWizard('/expose-vm/ns/prod2/9web.example');
    expect(field('Service name')).toHaveValue('vm-9web-example-2');
  });

  it.each([
    ['Service name', '', 'Enter a name for the Service.'],
    ['Service name', 'Backend', NAME_GRAMMAR],
    ['Service name', '9web', NAME_GRAMMAR],
    ['Service name', 'web-', NAME_GRAMMAR],
    ['Service name', '<b>x</b>', NAME_GRAMMAR],
    ['Service name', 'a'.repeat(64), 'Enter at most 63 characters.'],
    ['Service name', 'taken', 'Enter another name. The project already has a Service with this name.'],
    ['Port', '', 'Enter a port number.'],
    ['Port', '0', RANGE],
    ['Port', '65536', RANGE],
    ['Port', '8o', RANGE],
    ['Target port', '-1', RANGE],
    [
      'Target port',
      'Http',
      'Enter a port from 1 to 65535, or a name of at most 15 lowercase letters, numbers, and hyphens.',
    ],
    [
      'Port name',
      'HTTP',
      'Enter at most 63 lowercase letters, numbers, and hyphens. Start and end with a letter or number.',
    ],
  ])('refuses %s "%s" when it is left, with the rule, and keeps what was typed', async (label, text, sentence) => {
    new ServedCluster({ services: [aService({ name: 'taken' })] });
    const { user, container } = await openWizard();
    await fill(user, label, text);
    expect(field(label)).toHaveValue(text);
    expect(field(label)).toBeInvalid();
    expect(field(label)).toHaveAccessibleDescription(expect.stringContaining(sentence));
    await nextInVain(user);
    expect(field(label)).toHaveFocus();
    expect(container.querySelector('b')).toBeNull();
  });

  it('has no accessibility problem while fields are wrong, and continues once they are corrected', async () => {
    new ServedCluster();
    const { user, container } = await openWizard();
    await fill(user, 'Service name', 'Backend');
    await fill(user, 'Port', '');
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Service name', 'backend');
    await nextInVain(user);
    await fill(user, 'Port', '8080');
    expect(field('Port')).not.toBeInvalid();
    expect(button('Next')).toBeEnabled();
  });

  it('lets the target port follow the port until it is given a value of its own', async () => {
    new ServedCluster();
    const { user } = await openWizard();
    await fill(user, 'Port', '443');
    expect(field('Target port')).toHaveValue('443');
    await fill(user, 'Target port', '8443');
    await fill(user, 'Port', '9443');
    expect(field('Target port')).toHaveValue('8443');
  });

  it.each([
    ['SSH', 'ssh', '22'],
    ['RDP', 'rdp', '3389'],
    ['SQL Server', 'mssql', '1433'],
  ])('adds the usual port of %s with all that it needs', async (label, name, port) => {
    new ServedCluster();
    const { user } = await openWizard();
    await add(user, `${label} ${port}`);
    expect(rowOf(1)).toEqual([port, port, name]);
    await next(user);
    expect(screen.getByRole('heading', { level: 2, name: 'Access' })).toBeVisible();
  });

  it('says nothing against a row that was just added until it is left or Next is pressed', async () => {
    new ServedCluster();
    const { user } = await openWizard();
    await add(user, 'Custom port');
    for (const label of ['Port', 'Target port', 'Port name'])
      for (const input of fields(label)) expect(input).not.toBeInvalid();
    expect(screen.queryByText('Enter a port number.')).not.toBeInTheDocument();
    await nextInVain(user);
    expect(field('Port', 1)).toHaveFocus();
    expect(screen.getAllByText('Enter a port number.')).toHaveLength(1);
    await add(user, 'Custom port');
    expect(screen.getAllByText('Enter a port number.')).toHaveLength(1);
  });

  it('derives target port and names, and never asks for them', async () => {
    new ServedCluster();
    const { user } = await openWizard();
    await fill(user, 'Target port', '');
    expect(field('Target port')).toHaveAttribute('placeholder', '80');
    await add(user, 'Custom port');
    await fill(user, 'Port', '8081', 1);
    expect(fields('Port name').map((input) => input.getAttribute('placeholder'))).toEqual(['http', 'tcp-8081']);
    await next(user, 3);
    expect(await screen.findByRole('list', { name: 'Steps' }, PATIENCE)).toBeVisible();
  });

  it('refuses duplicates, and removes a port again', async () => {
    new ServedCluster();
    const { user, container } = await openWizard();
    expect(screen.queryByRole('button', { name: /^Remove port/ })).not.toBeInTheDocument();
    await add(user, 'Custom port');
    expect(fields('Port')).toHaveLength(2);
    await fill(user, 'Port', '80', 1);
    expect(field('Port', 1)).toHaveAccessibleDescription(
      expect.stringContaining('Enter another port. This port and protocol are already in the list.'),
    );
    await user.selectOptions(screen.getAllByRole('combobox', { name: 'Protocol' })[1] ?? container, 'UDP');
    expect(field('Port', 1)).not.toBeInvalid();
    await fill(user, 'Port name', 'web');
    await fill(user, 'Port name', 'web', 1);
    expect(field('Port name', 1)).toHaveAccessibleDescription(
      expect.stringContaining('Enter another name. Another port already has this one.'),
    );
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Port name', 'quic', 1);
    expect(field('Port name', 1)).not.toBeInvalid();
    await user.click(button('Remove port 1'));
    expect(fields('Port name').map((input) => (input as HTMLInputElement).value)).toEqual(['quic']);
    expect(screen.getByRole('combobox', { name: 'Protocol' })).toHaveValue('UDP');
  });

  it('keeps what was typed when the user goes on and back', async () => {
    new ServedCluster();
    const { user, container } = await openWizard();
    await fill(user, 'Service name', 'backend');
    await next(user);
    expect(screen.getByRole('radio', { name: 'Inside the cluster' })).toBeChecked();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Back'));
    expect(field('Service name')).toHaveValue('backend');
  });

  it('tells when the name is taken by somebody else meanwhile', async () => {
    const served = new ServedCluster();
    const { user } = await openWizard();
    await served.change((cluster) => cluster.put(aService({ name: 'backendvm' })));
    await nextInVain(user);
    expect(field('Service name')).toHaveAccessibleDescription(
      expect.stringContaining('The project already has a Service with this name.'),
    );
    expect(field('Service name')).toHaveValue('backendvm');
  });
});

describe('ports that the VM is known to have', () => {
  const listed = { interfaces: [{ name: 'default', masquerade: {}, ports: [{ name: 'web', port: 8080 }] }] };
  const OPEN = 'Allow 80/TCP on the network interface (requires restart)';

  it('are proposed and offered, and fill in all of the port', async () => {
    new ServedCluster({ vms: [aRunningVm({ vm: listed, vmi: listed })] });
    const { user, container } = await openWizard();
    expect(rowOf(0)).toEqual(['8080', '8080', 'web']);
    await user.click(button('Add port'));
    expect(screen.getByText('Detected on this VM')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('menuitem', { name: 'web 8080/TCP' }));
    expect(rowOf(1)).toEqual(['8080', '8080', 'web']);
  });

  it('are not asked about where there are none', async () => {
    new ServedCluster();
    const { user } = await openWizard();
    await user.click(button('Add port'));
    expect(screen.queryByText('Detected on this VM')).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('get the target port added when the interface does not list it; then step 3 asks when', async () => {
    new ServedCluster({ vms: [aRunningVm({ vm: listed, vmi: listed })] });
    const { user, container } = await openWizard('/expose-vm/ns/prod2/backendvm?port=80');
    expect(screen.getByText('backendvm allows only 8080/TCP. Traffic to 80/TCP does not get through.')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: OPEN }));
    expect(await axe(container)).toHaveNoViolations();
    await next(user, 2);
    const group = screen.getByRole('radiogroup', { name: /^When does the template change take effect/ });
    expect(within(group).getByRole('radio', { name: 'At the next restart' })).toBeChecked();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(within(group).getByRole('radio', { name: 'Restart now' }));
    await user.click(screen.getByRole('radio', { name: 'VMs with a label' }));
    expect(screen.queryByRole('radiogroup', { name: /^When does the label take effect/ })).not.toBeInTheDocument();
  });

  it('can be named as a target port, with a warning where the pod has none of that name', async () => {
    new ServedCluster();
    const { user, container } = await openWizard();
    await fill(user, 'Target port', 'web');
    expect(screen.getByText('Named port web not found on backendvm')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('cannot be opened for SCTP', async () => {
    new ServedCluster({ vms: [aRunningVm({ vm: listed, vmi: listed })] });
    const { user } = await openWizard();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Protocol' }), 'SCTP');
    expect(screen.getByText('SCTP does not pass an interface with a ports list')).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('mean nothing to an alias', async () => {
    new ServedCluster();
    await openWizard('/expose-vm/ns/prod2/backendvm?type=ExternalName');
    expect(screen.getByText('A DNS alias has no ports.')).toBeVisible();
    expect(screen.queryByLabelText(/^Port/)).not.toBeInTheDocument();
  });
});
