/** The page Exposed VMs as the console mounts it, for tests. */
import { render, screen, within, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom-v5-compat';
import ExposedVmsEntry from '../../src/exposed-vms/exposedVmsEntry';
import { PATIENCE } from './patience';

/** The URL that the page is at, and where links lead. */
const Url = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="URL">{pathname + search}</output>;
};
export const url = (): string => screen.getByRole('status', { name: 'URL' }).textContent ?? '';

export interface OpenPage extends RenderResult {
  readonly user: UserEvent;
}

/** Opens the page of a project, or of all, at a query. */
export function openExposedVms(path = '/exposed-vms/ns/prod2'): OpenPage {
  const user = userEvent.setup();
  const view = render(
    <MemoryRouter initialEntries={[path]}>
      <Url />
      <Routes>
        <Route path="/exposed-vms/ns/:ns" element={<ExposedVmsEntry />} />
        <Route path="/exposed-vms/all-namespaces" element={<ExposedVmsEntry />} />
        <Route path="*" element={null} />
      </Routes>
    </MemoryRouter>,
  );
  return { ...view, user };
}

export const table = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Exposed VMs' }, PATIENCE);
/** The rows of Services and VMs themselves, as text, without what they open up to. */
export async function rowTexts(): Promise<string[]> {
  return within(await table())
    .getAllByRole('checkbox')
    .map((box) => box.closest('tr')?.textContent ?? '');
}
/** The names that the rows are selected by, in their order. */
export const rowNames = async (): Promise<string[]> =>
  within(await table())
    .queryAllByRole('checkbox')
    .map((box) => (box.getAttribute('aria-label') ?? '').replace('Select ', ''));
