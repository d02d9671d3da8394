/** The wizard with one Service for each of three VMs, for tests. */
import { screen, waitFor, within } from '@testing-library/react';
import { nameOf } from '../../src/domain/k8s/objects';
import { vmCalled } from '../in-memory-cluster/eachRuns';
import { button, next, openExposePage, type ExposePage } from './exposePage';
import { PATIENCE } from './patience';
import type { ServedCluster } from './servedCluster';

/** The address of the page. */
export const EACH = '/expose-vm/ns/prod2?vm=web&vm=db&vm=cache&each=true';
export const VMS = ['web', 'db', 'cache'].map(vmCalled);

/** Opens the wizard and waits until its first step is there. */
export async function openEach(path = EACH): Promise<ExposePage> {
  const page = openExposePage(path);
  await screen.findByLabelText(/^Service names/, {}, PATIENCE);
  return page;
}

/** From the first step to Review, as a person who agrees with what the steps propose. */
export async function toReview({ user }: ExposePage): Promise<HTMLElement> {
  await next(user, 3);
  const table = await screen.findByRole('grid', { name: 'Services to create' }, PATIENCE);
  await waitFor(() => expect(within(table).queryByText('Dry run in progress')).not.toBeInTheDocument(), PATIENCE);
  return table;
}

/** The row of a VM in the table that is shown. */
export const rowOf = (vmName: string): HTMLElement => {
  const row = screen.getAllByRole('row').find((one) => one.querySelector('[data-label="VM"]')?.textContent === vmName);
  if (!row) throw new Error(`no row of ${vmName}`);
  return row;
};
/** Presses the button that starts the run, once nothing holds it back. */
export const exposeEach = async ({ user }: ExposePage, name: string) => {
  await waitFor(() => expect(button(name)).toBeEnabled(), PATIENCE);
  await user.click(button(name));
};
/** Waits for the heading of a run that has ended. */
export const ended = (title: string) => screen.findByRole('heading', { level: 2, name: title }, PATIENCE);
/** The names of the Services that the cluster has. */
export const servicesOf = ({ cluster }: ServedCluster) => cluster.all('Service').map(nameOf).sort();
