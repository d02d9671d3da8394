import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { rowOf } from '../../test/components/servicesTab';
import { ReachTable, type ReachRow } from './ReachTable';

const row = (name: string, verdict: Verdict = 'reachable', ip = '172.30.0.1', state = '1'): ReachRow => ({
  name,
  verdict,
  state,
  texts: [name, ip],
  cells: [name, ip],
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => row(`web-${count - index}`, 'reachable', `172.30.0.${index}`));
const table = (
  rows: readonly ReachRow[],
  detailOf: Parameters<typeof ReachTable>[0]['detailOf'] = (name) => <p>Why {name}</p>,
) => (
  <ReachTable items="Services" columns={[{ title: 'Name' }, { title: 'Addresses' }]} rows={rows} detailOf={detailOf} />
);
const names = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .filter((found) => found.querySelector('.pf-v6-c-table__toggle'))
    .map((found) => within(found).getAllByRole('cell')[1]?.textContent);
const search = () => screen.queryByRole('textbox', { name: 'Find among the Services' });

describe('the table of Services or VMs with verdicts', () => {
  it('is ordered by any column, and the other way round', async () => {
    const { container } = render(table([row('web-10', 'not-reachable'), row('web-9'), row('db')]));
    const order = async (title: string) => userEvent.click(screen.getByRole('button', { name: title }));
    await order('Name');
    expect(names()).toEqual(['db', 'web-9', 'web-10']);
    await order('Name');
    expect(names()).toEqual(['web-10', 'web-9', 'db']);
    await order('Status');
    expect(names()).toEqual(['web-9', 'db', 'web-10']);
    expect(screen.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'ascending');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('can be searched when it is longer than ten', async () => {
    const { rerender, container } = render(table(many(10)));
    expect(search()).not.toBeInTheDocument();
    rerender(table(many(11)));
    await userEvent.type(search() as HTMLElement, 'WEB-11');
    expect(names()).toEqual(['web-11']);
    await userEvent.type(search() as HTMLElement, 'x');
    expect(screen.getByRole('heading', { name: 'No results found' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(names()).toHaveLength(11);
  });

  it('has pages when it is longer than twenty; when a page disappears, the last one is shown', async () => {
    const { rerender, container } = render(table(many(21)));
    expect(names()).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(names()).toEqual(['web-1']);
    expect(await axe(container)).toHaveNoViolations();
    rerender(table(many(20)));
    expect(names()).toHaveLength(20);
    expect(screen.queryByRole('button', { name: 'Next page' })).not.toBeInTheDocument();
  });

  it('opens a few rows that do not reach, and none when there are many', () => {
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
    expect(rowOf('backend')).toHaveTextContent(/not checked$/);
    await toggle();
    expect(rowOf('backend')).toHaveTextContent(/not checked$/);
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
    expect(news).toHaveTextContent(/^backend: does not reach$/);
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
