/** The Services tab as the VM page mounts it, for tests. */
import { render, screen, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { VirtualMachine } from '../src/domain/objects';
import ServicesTabDoor from '../src/services-tab/servicesTabDoor';
import { aVm } from './builders';
import { PATIENCE } from './patience';

export interface OpenTab extends RenderResult {
  readonly user: UserEvent;
  /** shows the tab for another object, as the page does while it replaces it */
  readonly show: (obj: VirtualMachine | undefined) => void;
}

const page = (obj: VirtualMachine | undefined, around: ReactNode) => (
  <MemoryRouter>
    {around}
    <ServicesTabDoor {...(obj ? { obj } : {})} />
  </MemoryRouter>
);

/** @param around what else the page holds */
export function openTab(obj: VirtualMachine | undefined = aVm(), around: ReactNode = null): OpenTab {
  const user = userEvent.setup();
  const view = render(page(obj, around));
  return { ...view, user, show: (next) => view.rerender(page(next, around)) };
}

export const tabHeading = (): Promise<HTMLElement> => screen.findByRole('heading', { name: 'Services of backendvm' }, PATIENCE);
export const rowOf = (service: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`\\b${service}\\b.*(reach|checked)`) });
