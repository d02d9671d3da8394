import { render, screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { givePaneWidth } from '../../../test/components/paneWidth';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { t } from '../../../test/components/texts';
import { labelStateText } from '../../ui/text/labelStateText';
import { LabelLayersTable } from './LabelLayersTable';

const SELECTOR = { tier: 'backend', app: 'backendvm' };
const misplaced = () => aRunningVm({ vm: { templateLabels: { tier: 'backend' }, labels: { app: 'backendvm' } } });
const rows = () =>
  within(screen.getByRole('grid', { name: 'Labels' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent?.trim()),
    );

describe('the labels of the layers', () => {
  it('stand side by side, those that the Service selects, each with its state', async () => {
    const { container } = render(<LabelLayersTable vm={misplaced()} selector={SELECTOR} label="Labels" />);
    expect(rows()).toEqual([
      ['tier', 'backend', 'backend', 'None', 'None', labelStateText(t, 'pending')],
      ['app', 'backendvm', 'None', 'None', 'None', labelStateText(t, 'vm-object-only')],
    ]);
    expect(await axe(container)).toHaveNoViolations();
    givePaneWidth(300);
    await waitFor(() => expect(screen.getByRole('grid')).toHaveClass('pf-m-grid'));
  });

  it('are told apart from the others, of which none is required', () => {
    render(<LabelLayersTable vm={misplaced()} selector={{ tier: 'backend' }} label="Labels" isOfOthers />);
    expect(rows()).toContainEqual(['app', 'None', 'None', 'None', labelStateText(t, 'vm-object-only')]);
    expect(rows().map(([key]) => key)).not.toContain('tier');
  });

  it('has a word for a value that is empty', () => {
    render(
      <LabelLayersTable vm={aStoppedVm({ templateLabels: { tier: '' } })} selector={{ tier: '' }} label="Labels" />,
    );
    expect(rows()).toEqual([['tier', 'Empty', 'Empty', 'None', 'None', labelStateText(t, 'pending')]]);
  });

  it('says of a pod that could not be read that its labels are not available, not that it has none', () => {
    const { vm, vmi } = misplaced();
    const unread = { vm, ...(vmi ? { vmi } : {}), pods: [], arePodsUnknown: true };
    render(<LabelLayersTable vm={unread} selector={{ zone: 'a' }} label="Labels" />);
    expect(rows()).toEqual([['zone', 'a', 'None', 'None', 'Not available', labelStateText(t, 'not-checked')]]);
  });
});
