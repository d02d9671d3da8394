import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { givePaneWidth } from '../../../test/components/paneWidth';
import { rowOf } from '../../../test/components/servicesTab';
import { ReachTable } from './ReachTable';
import type { ReachRow } from './ReachRowView';

const row = (name: string, verdict: Verdict = 'reachable', ip = '172.30.0.1', state = '1'): ReachRow => ({
  name,
  verdict,
  state,
  texts: [name, ip, `${name}.prod2`, '8443/TCP'],
  cells: [name, ip, `${name}.prod2`],
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => row(`web-${count - index}`, 'reachable', `172.30.0.${index}`));
const COLUMNS = [
  { title: 'Name' },
  { title: 'Address', width: '10rem' },
  { title: 'DNS name', isExtra: true },
] as const;
const table = (
  rows: readonly ReachRow[],
  detailOf: Parameters<typeof ReachTable>[0]['detailOf'] = (name) => <p>Why {name}</p>,
) => (
  <ReachTable
    items="Services"
    filterLabel="Filter Services by status"
    pagesLabel="Pages of Services"
    columns={COLUMNS}
    rows={rows}
    action={<button type="button">Expose VM</button>}
    detailOf={detailOf}
  />
);
const names = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .filter((found) => found.querySelector('.pf-v6-c-table__toggle'))
    .map((found) => within(found).getAllByRole('cell')[1]?.textContent);
const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const search = () => screen.queryByRole('textbox', { name: 'Search by name, address, or port' });
const filter = (name: string) => screen.getByRole('button', { name });

describe('the table of Services or VMs with their status', () => {
  it('is ordered worst first, then by any column, and the other way round', async () => {
    const rows = [
      row('web-9'),
      row('unread', 'not-checked'),
      row('db', 'partly-reachable'),
      row('web-10', 'not-reachable'),
    ];
    const { container } = render(table(rows));
    const order = async (title: string) => userEvent.click(screen.getByRole('button', { name: title }));
    expect(names()).toEqual(['web-10', 'db', 'unread', 'web-9']);
    expect(screen.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'ascending');
    await order('Name');
    expect(names()).toEqual(['db', 'unread', 'web-9', 'web-10']);
    await order('Name');
    expect(names()).toEqual(['web-10', 'web-9', 'unread', 'db']);
    await order('Status');
    expect(names()).toEqual(['web-10', 'db', 'unread', 'web-9']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has its counts as filters, by keyboard too; a second press shows all again', async () => {
    const user = userEvent.setup();
    const { container } = render(table([row('a', 'not-reachable'), row('b'), row('c')]));
    expect(screen.getByRole('group', { name: 'Filter Services by status' })).toBeVisible();
    filter('1 not reachable').focus();
    await user.keyboard('{Enter}');
    expect(names()).toEqual(['a']);
    expect(filter('1 not reachable')).toHaveAttribute('aria-pressed', 'true');
    await user.click(filter('2 reachable'));
    expect(names()).toEqual(['b', 'c']);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(filter('2 reachable'));
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('has no filters where all have the same status, and the main action in any case', () => {
    render(table([row('b'), row('c')]));
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Expose VM' })).toBeVisible();
  });

  it('can be searched from six rows on, by what no column shows, too', async () => {
    const { rerender, container } = render(table(many(5)));
    expect(search()).not.toBeInTheDocument();
    rerender(table(many(6)));
    await userEvent.type(search() as HTMLElement, '8443');
    expect(names()).toHaveLength(6);
    await userEvent.clear(search() as HTMLElement);
    await userEvent.type(search() as HTMLElement, 'WEB-6');
    expect(names()).toEqual(['web-6']);
    await userEvent.type(search() as HTMLElement, 'x');
    expect(screen.getByRole('heading', { name: 'No results found' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(names()).toHaveLength(6);
  });

  it('has pages when it is longer than twenty; when a page disappears, the last one is shown', async () => {
    const { rerender, container } = render(table(many(21)));
    expect(names()).toHaveLength(20);
    expect(screen.getAllByText('1–20 of 21')[0]).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(names()).toEqual(['web-1']);
    expect(await axe(container)).toHaveNoViolations();
    rerender(table(many(20)));
    expect(names()).toHaveLength(20);
    expect(screen.queryByRole('button', { name: 'Next page' })).not.toBeInTheDocument();
  });

  it('has the columns that its pane has room for, and cards with the status second where it has none', async () => {
    const { container } = render(table([row('backend', 'not-reachable')]));
    givePaneWidth(510);
    await waitFor(() => expect(headers()).toEqual(['Show details', 'Name', 'Address', 'Status']));
    expect(screen.getByRole('grid')).not.toHaveClass('pf-m-grid');
    givePaneWidth(900);
    await waitFor(() => expect(headers()).toEqual(['Show details', 'Name', 'Address', 'DNS name', 'Status']));
    givePaneWidth(272);
    await waitFor(() => expect(screen.getByRole('grid')).toHaveClass('pf-m-grid'));
    expect(
      within(rowOf('backend'))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent?.trim()),
    ).toEqual(['', 'backend', 'Not reachable', '172.30.0.1']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names a filter for screen readers where its pane has room for the number only', async () => {
    render(table([row('a', 'not-reachable'), row('b')]));
    givePaneWidth(272);
    await waitFor(() => expect(filter('1 not reachable')).toHaveTextContent(/^1$/));
  });

  it('shows a note below the status, and no green where a limitation applies', () => {
    const { container } = render(
      table([{ ...row('a'), isLimited: true, note: 'Inside only' }, row('b'), { ...row('c'), note: 'Tested 16:24' }]),
    );
    expect(rowOf('a')).toHaveTextContent(/Reachable.*Inside only$/);
    expect(rowOf('c')).toHaveTextContent(/Reachable.*Tested 16:24$/);
    const looks = [...container.querySelectorAll('tbody .pf-v6-c-icon__content')].map(({ className }) => className);
    expect(looks.map((look) => /pf-m-\w+/.exec(look)?.[0])).toEqual(['pf-m-warning', 'pf-m-success', 'pf-m-success']);
  });

  it('opens a few rows that are not reachable, and none when there are many', () => {
    const bad = ['a', 'b', 'c', 'd'].map((name) => row(name, 'not-reachable'));
    const { unmount } = render(table([row('good'), ...bad.slice(1)]));
    expect(screen.getAllByText(/^Why/).map(({ textContent }) => textContent)).toEqual(['Why b', 'Why c', 'Why d']);
    unmount();
    render(table(bad));
    expect(screen.queryByText(/^Why/)).not.toBeInTheDocument();
  });

  it('keeps the verdict that an open row has read, until what it is about changes', async () => {
    const listed = (state?: string, verdict: Verdict = 'not-checked') =>
      table([row('backend', verdict, '172.30.0.1', state)], (_name, onVerdict) => (
        <button onClick={() => onVerdict('not-reachable')}>Read on</button>
      ));
    const { rerender } = render(listed());
    const toggle = () => userEvent.click(within(rowOf('backend')).getByRole('button', { name: /backend/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Read on' }));
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
    await toggle();
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
    rerender(listed('1', 'partly-reachable'));
    expect(rowOf('backend')).toHaveTextContent(/Partly reachable$/);
    rerender(listed('2'));
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    await toggle();
    expect(rowOf('backend')).toHaveTextContent(/Not checked$/);
    await userEvent.click(screen.getByRole('button', { name: 'Read on' }));
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
  });

  it('announces changed verdicts to screen readers, not new rows', () => {
    const { rerender } = render(table([row('backend')]));
    const news = screen.getByRole('status');
    expect(news).toBeEmptyDOMElement();
    rerender(table([row('backend'), row('constructor')]));
    expect(news).toBeEmptyDOMElement();
    rerender(table([row('backend', 'not-reachable'), row('constructor')]));
    expect(news).toHaveTextContent(/^backend: Not reachable$/);
  });

  it('says once for all rows what is not visible from here', () => {
    render(table([row('a', 'not-reachable'), row('b')]));
    expect(screen.getAllByText(/^Based on configuration\./)).toHaveLength(1);
  });

  it('keeps a fault of one row inside it', () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const Faulty = () => {
      throw new Error('odd object');
    };
    render(table([row('odd', 'not-checked'), row('backend')], () => <Faulty />));
    expect(screen.getByText('odd object')).toBeVisible();
    expect(rowOf('backend')).toBeVisible();
    expect(report).toHaveBeenCalled();
  });
});
