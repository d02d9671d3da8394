/** The wizard's page as the console mounts it, for tests: opened by its path, driven by a person's keyboard and mouse. */
import { render, screen, within, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import ExposeVmDoor from '../src/wizard/exposeVmDoor';
import { NAMESPACE, VM_NAME } from './builders';

const Elsewhere = () => <p>Now at {useLocation().pathname}</p>;

/** True patience: the machine that runs the tests may be busy. */
export const PATIENCE = { timeout: 15_000 };

export interface ExposePage extends RenderResult {
  readonly user: UserEvent;
}

export function openExposePage(path = `/expose-vm/ns/${NAMESPACE}/${VM_NAME}`): ExposePage {
  const user = userEvent.setup();
  const view = render(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        {['/expose-vm/ns/:ns/:name', '/expose-vm/ns/:ns', '/expose-vm/all-namespaces'].map((route) => (
          <Route key={route} path={route} element={<ExposeVmDoor />} />
        ))}
        <Route path="*" element={<Elsewhere />} />
      </Routes>
    </MemoryRouter>,
  );
  return { ...view, user };
}

/** Opens the wizard and waits until its first step is there. */
export async function openWizard(path?: string): Promise<ExposePage> {
  const page = openExposePage(path);
  await screen.findByLabelText(/^Service name/, {}, PATIENCE);
  return page;
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const field = (label: string | RegExp): HTMLElement => screen.getByLabelText(label);

/** Presses Next so often, as a person who agrees with what the steps propose. */
export async function next(user: UserEvent, times = 1): Promise<void> {
  for (let pressed = 0; pressed < times; pressed += 1) await user.click(button('Next'));
}

/** Waits for Review's list of steps, and gives its entries. */
export async function reviewSteps(): Promise<HTMLElement[]> {
  const list = await screen.findByRole('list', { name: 'Steps' }, PATIENCE);
  return within(list).queryAllByRole('listitem');
}

/** Replaces what stands in a field. */
export async function fill(user: UserEvent, label: string | RegExp, text: string): Promise<void> {
  await user.clear(field(label));
  if (text) await user.type(field(label), text);
}
