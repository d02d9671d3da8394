/**
 * The wizard's page as the console mounts it, for tests: opened by its path, driven by a person's keyboard and mouse.
 */
import { act, render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation, type Location } from 'react-router-dom-v5-compat';
import ExposeVmEntry from '../../src/wizard/entry/exposeVmEntry';
import { NAMESPACE, VM_NAME } from '../objects/builders';
import { PATIENCE } from './patience';

const Elsewhere = () => <p>Now at {useLocation().pathname}</p>;

export interface ExposePage extends RenderResult {
  readonly user: UserEvent;
  /** the entry of the browser's history that is shown */
  readonly entry: () => Location | undefined;
}

/** Tells where the page is. */
const Entry = ({ onShow }: { readonly onShow: (entry: Location) => void }) => {
  onShow(useLocation());
  return null;
};

export function openExposePage(at: string | Location = `/expose-vm/ns/${NAMESPACE}/${VM_NAME}`): ExposePage {
  const user = userEvent.setup();
  let entry: Location | undefined;
  const view = render(
    <MemoryRouter initialEntries={[at]}>
      <Entry onShow={(shown) => (entry = shown)} />
      <Routes>
        {['/expose-vm/ns/:ns/:name', '/expose-vm/ns/:ns', '/expose-vm/all-namespaces'].map((route) => (
          <Route key={route} path={route} element={<ExposeVmEntry />} />
        ))}
        <Route path="*" element={<Elsewhere />} />
      </Routes>
    </MemoryRouter>,
  );
  return { ...view, user, entry: () => entry };
}

/**
 * Loads the page again: unlike a page that is left, it tidies nothing up before it goes.
 * @param path of a link that is followed instead: a new entry of the browser's history
 */
export function reload(page: ExposePage, path?: string): ExposePage {
  const kept = Object.entries({ ...sessionStorage }) as [string, string][];
  const entry = page.entry();
  page.unmount();
  kept.forEach(([key, value]) => sessionStorage.setItem(key, value));
  return openExposePage(path ?? entry);
}

/** Opens the wizard and waits until its first step is there. */
export async function openWizard(path?: string): Promise<ExposePage> {
  const page = openExposePage(path);
  await screen.findByLabelText(/^Service name/, {}, PATIENCE);
  return page;
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** Review's button that starts the run. */
export const exposeButton = (): HTMLElement => button(/^Expose (and restart )?VM$|^Expose \d+ VMs( and restart \d+)?$/);

/** The fields of that label, in order; required ones carry a star. A radio button of the same name is none. */
export const fields = (label: string): HTMLElement[] =>
  screen.getAllByLabelText(new RegExp(`^${label}(\\s*\\*)?$`), { selector: ':not([type=radio])' });
export const field = (label: string, index = 0): HTMLElement => {
  const found = fields(label)[index];
  if (!found) throw new Error(`There is no field ${index} of label "${label}"`);
  return found;
};

/**
 * Replaces what stands in a field, and leaves it. The text is pasted: the page is drawn once, not for each letter; the
 * browser tests type.
 */
export async function fill(user: UserEvent, label: string, text: string, index = 0): Promise<void> {
  const wanted = field(label, index);
  await user.clear(wanted);
  if (text) await user.paste(text);
  await user.tab();
}

/** The field that selects an existing Service. */
export const serviceField = (): HTMLElement => screen.getByRole('combobox', { name: 'Existing Service' });

/** In the first step: selects an existing Service. */
export async function selectService(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getByRole('radio', { name: 'Use an existing Service' }));
  await user.click(await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${name}\\b`) }));
}

/** Presses Next where the step has a problem: the wizard stays, and the first wrong field has the focus. */
export async function nextInVain(user: UserEvent): Promise<void> {
  const step = screen.getByRole('heading', { level: 2 }).textContent;
  await user.click(button('Next'));
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(step ?? '');
  expect(document.activeElement).toBeInvalid();
}

/** Presses Next so often, as a person who agrees with what the steps propose. */
export async function next(user: UserEvent, times = 1): Promise<void> {
  for (let pressed = 0; pressed < times; pressed += 1) {
    await user.click(button('Next'));
    // parts of a step come in a file of their own
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(), PATIENCE);
  }
}

/** In the third step: chooses a label instead of the VM's identity. */
export async function chooseLabel(user: UserEvent, key: string, value: string, timing?: string): Promise<void> {
  await user.click(screen.getByRole('radio', { name: 'VMs with a label' }));
  // its fields are loaded when they are first needed
  await screen.findByLabelText(/^Label key/, {}, PATIENCE);
  await fill(user, 'Label key', key);
  await fill(user, 'Label value', value);
  if (timing) await user.click(screen.getByRole('radio', { name: timing }));
}

/** Waits until the preview has asked for what was typed, which it does once that has not changed for 400 ms. */
export const previewAsked = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));

/** Waits for Review, and gives the entries of its list of steps. */
export async function reviewSteps(): Promise<HTMLElement[]> {
  const list = await screen.findByRole('list', { name: 'Steps' }, PATIENCE);
  return within(list).getAllByRole('listitem');
}

/** The wizard for the Service `backend` on port 80 to 8080 and the label `tier=backend`, gone through up to Review. */
export async function openReview(timing: string): Promise<ExposePage> {
  const page = await openWizard(
    `/expose-vm/ns/${NAMESPACE}/${VM_NAME}?name=backend&port=80&targetPort=8080&label=tier%3Dbackend`,
  );
  await next(page.user, 2);
  await page.user.click(screen.getByRole('radio', { name: timing }));
  await next(page.user);
  await reviewSteps();
  return page;
}

/** Types the VM's name where a restart wants it, and applies. */
export async function apply(user: UserEvent): Promise<void> {
  const confirmation = screen.queryByLabelText(/to confirm the restart/);
  if (confirmation) await user.type(confirmation, VM_NAME);
  await expose(user);
}

/** Presses the button that starts the run, once Review has read all that may hold it back. */
export async function expose(user: UserEvent): Promise<void> {
  await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
  await user.click(exposeButton());
}

/** In Review: opens the code of every step, and gives it as it stands there, in order. */
export async function reviewCodes(user: UserEvent, shownAs: 'YAML' | 'Command' = 'YAML'): Promise<string[]> {
  for (const item of await reviewSteps()) {
    const toggle = within(item).getByRole('button', { name: /^(YAML|Command): / });
    if (toggle.getAttribute('aria-expanded') === 'false') await user.click(toggle);
    const form = await waitFor(() => within(item).queryByRole('button', { name: shownAs }), PATIENCE);
    if (form) await user.click(form);
  }
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(), PATIENCE);
  return (await reviewSteps()).map(
    (item) => item.querySelector('code')?.textContent ?? item.querySelector('input')?.value ?? '',
  );
}

/** The steps of a run as screen readers tell them, such as `Create Service backend: Done`. */
export const runSteps = (): string[] =>
  screen
    .getAllByRole('listitem')
    .map((item) => item.getAttribute('aria-label') ?? '')
    .filter(Boolean);

/** Waits for the result; its headline begins with how severe it is, for screen readers. */
export const resultHeading = (): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 2, name: /^(Success|Warning|Danger|Info|Custom) alert:/ }, PATIENCE);

/** Chooses one of the rarer actions of a result. */
export async function resultAction(user: UserEvent, name: 'Undo' | 'Expose again'): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'More actions' }, PATIENCE));
  await user.click(await screen.findByRole('menuitem', { name }, PATIENCE));
}
