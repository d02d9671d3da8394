import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { aRunningVm, aStoppedVm } from '../../test/objects/builders';
import { LabelLayersTable } from './LabelLayersTable';

const SELECTOR = { tier: 'backend', app: 'backendvm' };
const misplaced = () => aRunningVm({ vm: { templateLabels: { tier: 'backend' }, labels: { app: 'backendvm' } } });
const rows = (name: string) =>
  within(screen.getByRole('grid', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );

describe('the labels of the layers', () => {
  it('stand side by side, those that the Service selects first, each with its state', async () => {
    const { container } = render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} mayCopy />);
    expect(rows('Labels that the Service selects')).toEqual([
      ['tier', 'backend', 'backend', 'absent', 'absent', 'Restart required'],
      ['app', 'backendvm', 'absent', 'absent', 'absent', 'On the VM only'],
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps the others collapsed until they are opened', async () => {
    const { container } = render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} mayCopy />);
    expect(screen.queryByRole('grid', { name: 'Other labels' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Other labels (4)' }));
    expect(rows('Other labels').map(([key]) => key)).toEqual([
      'kubevirt.io',
      'kubevirt.io/created-by',
      'vm.kubevirt.io/name',
      'vmi.kubevirt.io/id',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('offers to copy into the template what is only on the object, and only that', async () => {
    const onCopy = jest.fn();
    render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} mayCopy onCopy={onCopy} />);
    await userEvent.click(screen.getByRole('button', { name: 'Copy to template' }));
    expect(onCopy).toHaveBeenCalledWith({ app: 'backendvm' });
  });

  it('says why it cannot', () => {
    render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} mayCopy={false} onCopy={jest.fn()} />);
    expect(screen.getByRole('button', { name: 'Copy to template' })).toBeDisabled();
    expect(screen.getByText('You may not change this virtual machine.')).toBeVisible();
  });

  it('offers nothing where nothing is misplaced, or nothing can be sent', () => {
    render(<LabelLayersTable vm={misplaced()} selector={{ tier: 'backend' }} mayCopy onCopy={jest.fn()} />);
    render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} mayCopy />);
    expect(screen.queryByRole('button', { name: 'Copy to template' })).not.toBeInTheDocument();
  });

  it('says of a VM that does not run that only its template counts', () => {
    render(<LabelLayersTable vm={aStoppedVm({ templateLabels: { tier: '' } })} selector={{ tier: '' }} mayCopy />);
    expect(
      screen.getByText('The virtual machine does not run, so only its template has labels that will count.'),
    ).toBeVisible();
    expect(rows('Labels that the Service selects')).toEqual([
      ['tier', 'empty', 'empty', 'absent', 'absent', 'Restart required'],
    ]);
  });

  it('says of a pod that could not be read that its labels are unknown, not absent', () => {
    const { vm, vmi } = misplaced();
    const unread = { vm, ...(vmi ? { vmi } : {}), pods: [], arePodsUnknown: true };
    render(<LabelLayersTable vm={unread} selector={{ zone: 'a' }} mayCopy />);
    expect(screen.getByText('Not checked: the labels of the pod. It could not be read.')).toBeVisible();
    expect(rows('Labels that the Service selects')).toEqual([
      ['zone', 'a', 'absent', 'absent', 'unknown', 'Not checked'],
    ]);
  });
});
