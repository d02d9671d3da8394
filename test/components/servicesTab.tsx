/** The Services tab as the VM page mounts it, for tests. */
import { render, screen, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import type { VirtualMachine } from '../../src/domain/k8s/objects';
import { ServicesTabEntry } from '../../src/services-tab/tabEntries';
import { aVm } from '../objects/builders';
import { PATIENCE } from './patience';

export interface OpenTab extends RenderResult {
  readonly user: UserEvent;
  /** shows the tab for another object, as the page does while it replaces it */
  readonly show: (obj: VirtualMachine | undefined) => void;
}

const page = (obj: VirtualMachine | undefined, around: ReactNode) => (
  <MemoryRouter>
    {around}
    <ServicesTabEntry {...(obj ? { obj } : {})} />
  </MemoryRouter>
);

/** @param around what else the page holds */
export function openTab(obj: VirtualMachine | undefined = aVm(), around: ReactNode = null): OpenTab {
  const user = userEvent.setup();
  const view = render(page(obj, around));
  return { ...view, user, show: (next) => view.rerender(page(next, around)) };
}

export const tabHeading = (): Promise<HTMLElement> => screen.findByRole('heading', { name: 'Services' }, PATIENCE);
const isOpener = (row: HTMLElement): boolean => row.querySelector('.pf-v6-c-table__toggle') !== null;
/** The row of that name itself, not what it opens up to. */
export function rowOf(name: string): HTMLElement {
  const [row, ...others] = screen
    .getAllByRole('row', { name: new RegExp(`\\b${name}\\b.*(eachable|Not checked)`) })
    .filter(isOpener);
  if (!row || others.length > 0) throw new Error(`There are ${row ? others.length + 1 : 0} rows of ${name}`);
  return row;
}
/** Waits until an opened row has read what it needs, and gives the rows' connection paths. */
export const details = (): Promise<HTMLElement[]> =>
  screen.findAllByRole('list', { name: 'Connection path' }, PATIENCE);
